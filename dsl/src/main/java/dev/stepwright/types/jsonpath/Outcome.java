package dev.stepwright.types.jsonpath;

import java.util.Set;

/**
 * One of the two outcomes of a condition.
 *
 * @param possible whether it can come to it
 * @param proved what is known then
 * @param picks whether only some of the ways to the state may lead to it
 */
public record Outcome(boolean possible, Set<Fact> proved, boolean picks) {
    /** Returns the frame in which it has come to it. */
    public Frame apply(Frame frame) {
        return Fact.apply(proved, picks ? frame.pickedOut() : frame);
    }
}
