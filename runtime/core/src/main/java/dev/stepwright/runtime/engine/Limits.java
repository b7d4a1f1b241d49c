package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonDocument;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How large, how long and how wide an execution may become.
 *
 * @param payloadBytes the largest input, output and result, in bytes of its JSON text in UTF-8
 * @param historyEvents the most events of one execution; the last of them tells that it was too many
 * @param executionTime how long an execution may take
 * @param redrivePeriod how long after its end an execution can be redriven
 * @param variableBytes how many bytes all variables of an execution may have together; one, and one {@code Assign}, as many as a payload
 * @param iterations how many iterations of an inline Map run at the same time, whatever its {@code MaxConcurrency} allows
 * @param mapRunExecutions how many executions of a Map Run do
 */
public record Limits(
        int payloadBytes,
        long historyEvents,
        Duration executionTime,
        Duration redrivePeriod,
        long variableBytes,
        int iterations,
        int mapRunExecutions) {
    private static final Duration REDRIVE_PERIOD = Duration.ofDays(14);
    /** So many of the largest payloads come to the 10 MiB of AWS. */
    private static final long VARIABLES = 40;

    private static final int ITERATIONS = 40;
    private static final int MAP_RUN_EXECUTIONS = 10_000;

    /** 256 KiB, 25,000 events, a year, 14 days, 10 MiB of variables, 40 iterations, 10,000 executions of a Map Run. */
    public static final Limits STANDARD = new Limits(256 * 1024, 25_000, Duration.ofDays(365));

    /** 256 KiB, no limit of events, five minutes, 10 MiB of variables, 40 iterations, 10,000 executions of a Map Run. */
    public static final Limits EXPRESS = new Limits(256 * 1024, Long.MAX_VALUE, Duration.ofMinutes(5));

    /**
     * Returns in what an input of an execution exceeds what is allowed, to follow "the input is": it has too many bytes, or is nested deeper than
     * {@link JsonDocument#MAX_DEPTH} levels. Empty if it is allowed.
     */
    public Optional<String> excessOf(JsonNode input) {
        return Optional.ofNullable(PayloadSize.excess(input, payloadBytes));
    }

    /** Returns limits with which an execution can be redriven for 14 days, has variables of 40 times what a payload may have, and is as wide as on AWS. */
    public Limits(int payloadBytes, long historyEvents, Duration executionTime) {
        this(payloadBytes, historyEvents, executionTime, REDRIVE_PERIOD, VARIABLES * payloadBytes);
    }

    /** Returns limits with which an execution is as wide as on AWS: 40 iterations of a Map, 10,000 executions of a Map Run. */
    public Limits(
            int payloadBytes, long historyEvents, Duration executionTime, Duration redrivePeriod, long variableBytes) {
        this(payloadBytes, historyEvents, executionTime, redrivePeriod, variableBytes, ITERATIONS, MAP_RUN_EXECUTIONS);
    }

    /**
     * Returns the same limits, but for how much of one Map runs at the same time.
     *
     * @param iterationsAtOnce of an inline Map; 1 or more
     * @param executionsAtOnce of a Map Run; 1 or more
     */
    public Limits withConcurrency(int iterationsAtOnce, int executionsAtOnce) {
        return new Limits(
                payloadBytes,
                historyEvents,
                executionTime,
                redrivePeriod,
                variableBytes,
                iterationsAtOnce,
                executionsAtOnce);
    }

    public Limits {
        if (payloadBytes < 1
                || historyEvents < 3
                || executionTime.isNegative()
                || executionTime.isZero()
                || redrivePeriod.isNegative()
                || variableBytes < 1
                || iterations < 1
                || mapRunExecutions < 1) {
            throw new IllegalArgumentException(
                    "limits are positive, and a history has at least 3 events, but these are " + payloadBytes
                            + " bytes, " + historyEvents + " events, " + executionTime + ", " + redrivePeriod + ", "
                            + variableBytes + " bytes of variables, " + iterations + " iterations, "
                            + mapRunExecutions + " executions of a Map Run");
        }
    }
}
