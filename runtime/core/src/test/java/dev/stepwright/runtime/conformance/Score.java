package dev.stepwright.runtime.conformance;

import java.util.ArrayList;
import java.util.List;

/** How many cases pass at each level. */
final class Score {
    private final String name;
    private int cases;
    private int outcome;
    private int cause;
    private int types;
    private int ids;
    private int details;
    private final List<String> failures = new ArrayList<>();

    Score(String name) {
        this.name = name;
    }

    void add(String id, Verdict verdict) {
        cases++;
        outcome += count(verdict.outcome());
        cause += count(verdict.cause());
        types += count(verdict.types());
        ids += count(verdict.ids());
        details += count(verdict.details());
        List<String> worst = !verdict.details().isEmpty() ? verdict.details() : verdict.cause();
        if (!worst.isEmpty()) {
            failures.add(id + "\n        " + String.join("\n        ", worst));
        }
    }

    private static int count(List<String> differences) {
        return differences.isEmpty() ? 1 : 0;
    }

    void add(Score other) {
        cases += other.cases;
        outcome += other.outcome;
        cause += other.cause;
        types += other.types;
        ids += other.ids;
        details += other.details;
    }

    /** Returns the share of cases whose status, output and error are as recorded, in hundredths of per cent. */
    int outcomes() {
        return outcome * 10_000 / cases;
    }

    /** Returns the share of cases whose history has the recorded types, ids and previous ids, in hundredths of per cent. */
    int ids() {
        return ids * 10_000 / cases;
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("%-20s %4d cases: outcome %4d, cause %4d, types %4d, ids %4d, details %4d"
                        .formatted(name, cases, outcome, cause, types, ids, details));
        failures.forEach(failure -> text.append("\n    ").append(failure));
        return text.toString();
    }
}
