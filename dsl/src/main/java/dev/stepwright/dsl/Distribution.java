package dev.stepwright.dsl;

import dev.stepwright.dsl.items.ResultFormat;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * How a Map state spreads its work over executions of its own.
 *
 * @param label the part of their names that says what they are; null if the service makes one
 * @param count how many items may fail; null for none
 * @param percentage how many of 100 items may fail; null for none
 * @param results what becomes of the results; null if they are handed on
 */
record Distribution(
        ExecutionType type,
        @Nullable String label,
        @Nullable Tree count,
        @Nullable Tree percentage,
        @Nullable Results results) {
    static final Distribution STANDARD = new Distribution(ExecutionType.STANDARD, null, null, null, null);

    /**
     * What becomes of the results; the place or the format is there.
     *
     * @param place the bucket and the prefix; null if they are handed on
     * @param type what the state gives
     */
    record Results(@Nullable Tree place, @Nullable ResultFormat format, Type type) {}

    Distribution with(ExecutionType other) {
        return new Distribution(other, label, count, percentage, results);
    }

    Distribution label(String other) {
        return new Distribution(type, other, count, percentage, results);
    }

    Distribution count(Tree other) {
        return new Distribution(type, label, other, percentage, results);
    }

    Distribution percentage(Tree other) {
        return new Distribution(type, label, count, other, results);
    }

    Distribution results(Results other) {
        return new Distribution(type, label, count, percentage, other);
    }
}
