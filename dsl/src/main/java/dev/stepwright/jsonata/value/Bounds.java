package dev.stepwright.jsonata.value;

import java.time.Duration;

/**
 * How much one evaluation may take. Whatever exceeds a bound ends with an error.
 *
 * @param depth nested expressions and calls; tail calls do not count. U1001. 1 to 5,000
 * @param steps loop rounds and calls. U1003
 * @param elements elements of one array or sequence; a range has its own limit of 10,000,000 besides. D2015
 * @param characters characters of one string. U1002
 * @param memory bytes, roughly, of all that is made in the evaluation, whether still needed or not. U1002
 * @param time from the first step; looked at every 1,024 steps. D1012
 */
public record Bounds(int depth, long steps, int elements, int characters, long memory, Duration time) {
    /** 1,000 deep, 10^9 steps, 10^7 elements, 2^24 characters, 512 MiB, 10 seconds. */
    public static final Bounds DEFAULT =
            new Bounds(1000, 1_000_000_000L, 10_000_000, 1 << 24, 512L << 20, Duration.ofSeconds(10));

    private static final int DEEPEST = 5000;

    public Bounds {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth must be 1 to " + DEEPEST + ", but was " + depth);
        }
        if (steps < 1 || elements < 1 || characters < 1 || memory < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("every bound must be positive, but they were " + steps + " steps, "
                    + elements + " elements, " + characters + " characters, " + memory + " bytes, " + time);
        }
    }

    /** Returns these bounds with another depth. */
    public Bounds withDepth(int other) {
        return new Bounds(other, steps, elements, characters, memory, time);
    }

    /** Returns these bounds with another number of steps. */
    public Bounds withSteps(long other) {
        return new Bounds(depth, other, elements, characters, memory, time);
    }

    /** Returns these bounds with another number of elements. */
    public Bounds withElements(int other) {
        return new Bounds(depth, steps, other, characters, memory, time);
    }

    /** Returns these bounds with another number of characters. */
    public Bounds withCharacters(int other) {
        return new Bounds(depth, steps, elements, other, memory, time);
    }

    /** Returns these bounds with another amount of memory. */
    public Bounds withMemory(long other) {
        return new Bounds(depth, steps, elements, characters, other, time);
    }

    /** Returns these bounds with another time. */
    public Bounds withTime(Duration other) {
        return new Bounds(depth, steps, elements, characters, memory, other);
    }
}
