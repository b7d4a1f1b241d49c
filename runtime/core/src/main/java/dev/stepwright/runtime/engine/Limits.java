package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonDocument;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How large and how long an execution may become.
 *
 * @param payloadBytes the largest input, output and result, in bytes of its JSON text in UTF-8
 * @param historyEvents the most events of one execution; the last of them tells that it was too many
 * @param executionTime how long an execution may take
 * @param redrivePeriod how long after its end an execution can be redriven
 * @param variableBytes how many bytes all variables of an execution may have together; one, and one {@code Assign}, as many as a payload
 */
public record Limits(
        int payloadBytes, long historyEvents, Duration executionTime, Duration redrivePeriod, long variableBytes) {
    private static final Duration REDRIVE_PERIOD = Duration.ofDays(14);
    private static final long VARIABLE_BYTES = 10 << 20;

    /** 256 KiB, 25,000 events, a year, 14 days, 10 MiB of variables. */
    public static final Limits STANDARD = new Limits(256 * 1024, 25_000, Duration.ofDays(365));

    /** 256 KiB, no limit of events, five minutes, 10 MiB of variables. */
    public static final Limits EXPRESS = new Limits(256 * 1024, Long.MAX_VALUE, Duration.ofMinutes(5));

    /**
     * Returns in what an input of an execution exceeds what is allowed, to follow "the input is": it has too many bytes, or is nested deeper than
     * {@link JsonDocument#MAX_DEPTH} levels. Empty if it is allowed.
     */
    public Optional<String> excessOf(JsonNode input) {
        return Optional.ofNullable(PayloadSize.excess(input, payloadBytes));
    }

    /** Returns limits with which an execution can be redriven for 14 days and has 10 MiB of variables. */
    public Limits(int payloadBytes, long historyEvents, Duration executionTime) {
        this(payloadBytes, historyEvents, executionTime, REDRIVE_PERIOD, VARIABLE_BYTES);
    }

    public Limits {
        if (payloadBytes < 1
                || historyEvents < 3
                || executionTime.isNegative()
                || executionTime.isZero()
                || redrivePeriod.isNegative()
                || variableBytes < 1) {
            throw new IllegalArgumentException(
                    "limits are positive, and a history has at least 3 events, but these are " + payloadBytes
                            + " bytes, " + historyEvents + " events, " + executionTime + ", " + redrivePeriod + ", "
                            + variableBytes + " bytes of variables");
        }
    }
}
