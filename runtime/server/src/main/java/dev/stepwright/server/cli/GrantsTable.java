package dev.stepwright.server.cli;

import dev.stepwright.permission.Grant;
import dev.stepwright.permission.Grant.Verdict;
import java.util.List;

/** What policies do not allow, or not surely, as a table to read. */
record GrantsTable(List<Grant> grants) {
    boolean isMissingSome() {
        return count(Verdict.MISSING) > 0;
    }

    String text() {
        TextTable table = new TextTable();
        for (Verdict verdict : List.of(Verdict.MISSING, Verdict.UNTOLD)) {
            grants.stream()
                    .filter(grant -> grant.verdict() == verdict)
                    .forEach(grant -> table.add(
                            verdict == Verdict.MISSING ? "missing" : "unknown",
                            PermissionsTable.state(grant.need()),
                            grant.need().action(),
                            grant.need().resource(),
                            grant.reason()));
        }
        return table.text()
                + "%d permissions needed: %d missing, %d unknown\n"
                        .formatted(grants.size(), count(Verdict.MISSING), count(Verdict.UNTOLD));
    }

    private long count(Verdict verdict) {
        return grants.stream().filter(grant -> grant.verdict() == verdict).count();
    }
}
