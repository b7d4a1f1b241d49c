package dev.stepwright.benchmarks.compare;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure that is to be reached.
 *
 * @param what is compared
 * @param least what it is to be at least; at most, if {@code most} is set
 * @param found what it is, empty if a part of it was not measured
 * @param most whether {@code least} is a ceiling
 */
record Gate(String what, double least, OptionalDouble found, boolean most) {
    static Gate least(String what, double least, OptionalDouble found) {
        return new Gate(what, least, found, false);
    }

    static Gate most(String what, double most, OptionalDouble found) {
        return new Gate(what, most, found, true);
    }

    /** Returns how many times the one is the other. */
    static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() / other.getAsDouble());
    }

    String verdict() {
        if (found.isEmpty()) {
            return "not measured";
        }
        boolean met = most ? found.getAsDouble() <= least : found.getAsDouble() >= least;
        return met ? "met" : "**not met**";
    }

    String row() {
        String figure = found.isPresent() ? figure(found.getAsDouble()) : "–";
        return "| " + what + " | " + (most ? "≤ " : "≥ ") + figure(least) + " | " + figure + " | " + verdict() + " |";
    }

    private static String figure(double value) {
        if (value >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
