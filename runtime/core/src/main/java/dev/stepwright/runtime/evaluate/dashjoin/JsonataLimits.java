package dev.stepwright.runtime.evaluate.dashjoin;

/**
 * What one evaluation may cost.
 *
 * @param depth how deep evaluation may be nested, calls and operators alike
 * @param steps how many steps it may take; a look at a character by a regular expression is one, large values cost more
 * @param elements how many elements a sequence may have
 * @param characters how long a string may be
 */
public record JsonataLimits(int depth, long steps, int elements, int characters) {
    /** The limits of AWS. Instead of its second of time there is a number of steps, so that evaluation repeats exactly. */
    public static final JsonataLimits AWS = new JsonataLimits(100, 5_000_000, 873_782, 1 << 22);
}
