package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * What UpdateMapRun changes; null for what stays.
 *
 * @param maxConcurrency 0 for no limit
 */
public record MapRunTerms(
        @Nullable Long maxConcurrency,
        @Nullable Double toleratedPercentage,
        @Nullable Long toleratedCount) {
    /** Writes the stored form. */
    public void write(BinaryWriter out) {
        out.optionalNumber(maxConcurrency).optionalNumber(toleratedCount);
        out.flag(toleratedPercentage != null);
        if (toleratedPercentage != null) {
            out.fixed(Double.doubleToRawLongBits(toleratedPercentage));
        }
    }

    /** Returns what {@link #write} has written. */
    public static MapRunTerms read(BinaryReader in) {
        Long maxConcurrency = in.optionalNumber();
        Long toleratedCount = in.optionalNumber();
        Double toleratedPercentage = in.flag() ? (Double) Double.longBitsToDouble(in.fixed()) : null;
        return new MapRunTerms(maxConcurrency, toleratedPercentage, toleratedCount);
    }

    /** Returns these changes after earlier ones. */
    MapRunTerms after(@Nullable MapRunTerms earlier) {
        return earlier == null
                ? this
                : new MapRunTerms(
                        maxConcurrency == null ? earlier.maxConcurrency : maxConcurrency,
                        toleratedPercentage == null ? earlier.toleratedPercentage : toleratedPercentage,
                        toleratedCount == null ? earlier.toleratedCount : toleratedCount);
    }
}
