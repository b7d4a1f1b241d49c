package dev.stepwright.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is in the same place of a recording and of runs of it.
 *
 * @param others of further runs, where they have it
 */
record Counterparts<T>(T then, T now, List<T> others) {
    <R> Counterparts<R> map(Function<T, R> part) {
        return new Counterparts<>(
                part.apply(then), part.apply(now), others.stream().map(part).toList());
    }

    /** Returns the same without those of further runs that do not meet a condition. */
    Counterparts<T> where(Predicate<T> condition) {
        return new Counterparts<>(then, now, others.stream().filter(condition).toList());
    }

    /** Returns whether all runs are alike, so that the recording may be compared with them. */
    boolean isStable() {
        return others.stream().allMatch(now::equals);
    }
}
