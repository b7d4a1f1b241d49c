package dev.stepwright.types.jsonpath;

import java.util.Set;

/**
 * What is known of a condition before it is tested.
 *
 * @param canHold whether it can be true
 * @param canFail whether it can be false
 * @param whenTrue what is proved if it is true
 * @param whenFalse what is proved if it is false
 */
public record Verdict(boolean canHold, boolean canFail, Set<Fact> whenTrue, Set<Fact> whenFalse) {
    /** Of which nothing is known. */
    static final Verdict OPEN = new Verdict(true, true, Set.of(), Set.of());

    @SuppressWarnings("ArgumentSelectionDefectChecker") // negation is that swap
    Verdict negated() {
        return new Verdict(canFail, canHold, whenFalse, whenTrue);
    }
}
