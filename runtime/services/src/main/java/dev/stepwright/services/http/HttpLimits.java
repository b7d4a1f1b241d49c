package dev.stepwright.services.http;

import java.time.Duration;

/**
 * How long and how much HTTP Tasks take.
 *
 * @param time from the call to the last byte of its answer, positive
 * @param bytes of the body of an answer, at most; positive
 */
public record HttpLimits(Duration time, int bytes) {
    /** AWS: 60 seconds, 256 KiB. */
    public static final HttpLimits AWS = new HttpLimits(Duration.ofSeconds(60), 256 << 10);

    /** Throws {@link IllegalArgumentException} if one is not positive. */
    public HttpLimits {
        if (time.isNegative() || time.isZero() || bytes < 1) {
            throw new IllegalArgumentException("limits must be positive, found " + time + " and " + bytes);
        }
    }
}
