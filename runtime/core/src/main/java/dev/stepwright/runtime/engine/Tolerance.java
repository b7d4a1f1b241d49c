package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.MapTerms;

/**
 * How many items of a distributed Map may fail.
 *
 * @param count below 0 if the state names no number
 * @param percentage below 0 if the state names no share
 */
record Tolerance(double count, double percentage) {
    static Tolerance of(MapTerms terms, Bindings bindings) {
        return new Tolerance(
                terms.toleratedCount() == null ? -1 : terms.toleratedCount().value(bindings),
                terms.toleratedPercentage() == null
                        ? -1
                        : terms.toleratedPercentage().value(bindings));
    }

    /** Returns this with what has been changed since. */
    Tolerance with(MapRunTerms terms) {
        return new Tolerance(
                terms.toleratedCount() == null ? count : terms.toleratedCount(),
                terms.toleratedPercentage() == null ? percentage : terms.toleratedPercentage());
    }

    /** Returns how many of so many items may fail: the less where both limits are given, none where neither is. */
    double of(int items) {
        double share = percentage < 0 ? -1 : percentage / 100 * items;
        return count < 0 || share < 0 ? Math.max(0, Math.max(count, share)) : Math.min(count, share);
    }
}
