package dev.stepwright.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path, from a value to values inside it. */
public sealed interface PathStep {
    /** Returns whether the step leads to at most one value. */
    default boolean isDefinite() {
        return false;
    }

    /** {@code .name} or {@code ['name']}. */
    record Name(String name) implements PathStep {
        @Override
        public boolean isDefinite() {
            return true;
        }
    }

    /** {@code ['a','b']}, at least two names. */
    record Names(List<String> names) implements PathStep {
        public Names {
            names = List.copyOf(names);
        }
    }

    /** {@code [0]}; a negative index counts from the end, -1 is the last element. */
    record Index(int index) implements PathStep {
        @Override
        public boolean isDefinite() {
            return true;
        }
    }

    /** {@code [0,2]}, at least two. */
    record Indexes(List<Integer> indexes) implements PathStep {
        public Indexes {
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * {@code [from:to:step]}. With one bound a negative one counts from the end, as in {@code [-2:]} and {@code [:-1]}. With both the index
     * counts from the first to before the second, and each one below zero is a place from the end: {@code [-3:-1]} has two elements,
     * {@code [0:-1]} none.
     *
     * @param from the first index, or null for 0
     * @param to the index after the last, or null for the length
     * @param step at least 1
     */
    record Slice(@Nullable Integer from, @Nullable Integer to, int step) implements PathStep {}

    /** {@code .*} or {@code [*]}: all elements or member values. */
    record Wildcard() implements PathStep {}

    /** {@code ..}: the value itself and all values inside it, to any depth; the next step applies to each. */
    record Descendants() implements PathStep {}

    /** {@code [?(...)]}. */
    record Filter(FilterExpression expression) implements PathStep {}
}
