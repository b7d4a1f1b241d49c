package dev.stepwright.types.jsonpath;

import java.util.Set;

/** What is known of a condition before it is tested. */
public record Verdict(Outcome whenTrue, Outcome whenFalse) {
    /** Of which nothing is known. */
    static final Verdict OPEN = new Verdict(new Outcome(true, Set.of(), true), new Outcome(true, Set.of(), true));

    @SuppressWarnings("ArgumentSelectionDefectChecker") // negation is that swap
    Verdict negated() {
        return new Verdict(whenFalse, whenTrue);
    }
}
