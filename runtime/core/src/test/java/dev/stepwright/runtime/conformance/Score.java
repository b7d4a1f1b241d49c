package dev.stepwright.runtime.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many cases pass at each level. */
final class Score {
    private final String name;
    private int cases;
    private int outcome;
    private int cause;
    private int types;
    private int ids;
    private int details;
    private final Map<String, List<String>> differences = new LinkedHashMap<>();

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
            differences.put(id, worst);
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
        differences.putAll(other.differences);
    }

    /** Returns the cases that differ from their recording anywhere, and how. */
    Map<String, List<String>> differences() {
        return differences;
    }

    @Override
    public String toString() {
        return "%-20s %4d cases: outcome %4d, cause %4d, types %4d, ids %4d, details %4d"
                .formatted(name, cases, outcome, cause, types, ids, details);
    }
}
