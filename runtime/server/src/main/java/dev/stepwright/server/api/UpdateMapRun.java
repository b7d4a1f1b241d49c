package dev.stepwright.server.api;

import org.jspecify.annotations.Nullable;

/** Request of UpdateMapRun; null for what is not to be changed. */
public record UpdateMapRun(
        String mapRunArn,
        @Nullable Integer maxConcurrency,
        @Nullable Double toleratedFailurePercentage,
        @Nullable Long toleratedFailureCount) {
    private static final int HUNDRED = 100;

    public static UpdateMapRun of(Members in) {
        Double count = in.real("toleratedFailureCount", 0, Long.MAX_VALUE);
        return new UpdateMapRun(
                in.text("mapRunArn", Length.LONG_ARN),
                in.number("maxConcurrency", 0, Integer.MAX_VALUE),
                in.real("toleratedFailurePercentage", 0, HUNDRED),
                count == null ? null : (Long) count.longValue());
    }
}
