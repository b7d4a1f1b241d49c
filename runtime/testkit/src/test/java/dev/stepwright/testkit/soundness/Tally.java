package dev.stepwright.testkit.soundness;

import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.validation.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the trials went through, so that a run of them that tries nothing is noticed. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void refused(List<Diagnostic> findings) {
        add("refused");
        findings.stream()
                .filter(Diagnostic::refused)
                .map(Diagnostic::rule)
                .distinct()
                .forEach(rule -> add("refused for " + rule));
    }

    void ran(Run run, List<Diagnostic> findings) {
        add("runs");
        add("runs that " + (run.outcome() instanceof Outcome.Succeeded ? "succeed" : "end otherwise"));
        run.history().stream()
                .filter(entry -> entry.event() instanceof Event.StateEntered)
                .forEach(entry -> add("states entered"));
        findings.stream().map(Diagnostic::rule).distinct().forEach(rule -> add("runs with " + rule));
    }

    int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        counts.forEach(
                (what, count) -> lines.append(count).append(' ').append(what).append('\n'));
        return lines.toString();
    }
}
