package dev.stepwright.validation;

import java.util.List;

/** A Wait state says not at all, or more than once, how long it waits. */
final class NotOneWaitTime extends Rule {
    private static final List<String> FIELDS = List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath");

    NotOneWaitTime() {
        super("ASL-WAI-001", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() != Kind.WAIT) {
            return;
        }
        List<String> given = FIELDS.stream().filter(part::has).toList();
        List<String> allowed = part.isJsonata() ? List.of("Seconds", "Timestamp") : FIELDS;
        String service = "You must set exactly one of " + allowed;
        if (given.isEmpty()) {
            Finding finding = atName(
                            part.pointer(),
                            "state %s needs one of %s".formatted(Words.quote(part.name()), String.join(", ", allowed)))
                    .service(service, part.pointer());
            findings.add(FIELDS.stream().anyMatch(part::misspells) ? finding.theirs() : finding);
        } else if (given.stream().filter(allowed::contains).count() > 1) {
            findings.add(atName(
                            part.at(given.get(1)),
                            "a Wait state has one time, but %s has %s; keep one"
                                    .formatted(Words.quote(part.name()), String.join(" and ", given)))
                    .service(service, part.pointer()));
        }
    }
}
