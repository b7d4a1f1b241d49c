package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of StartSyncExecution. */
public record StartSyncExecution(
        String stateMachineArn,
        @Nullable String name,
        @Nullable String input,
        @Nullable String traceHeader,
        IncludedData includedData) {
    public static StartSyncExecution of(Members in) {
        return new StartSyncExecution(
                in.text("stateMachineArn", Length.ARN),
                in.optionalText("name", Length.NAME),
                in.optionalText("input", Length.DATA),
                in.optionalMatching("traceHeader", Length.TRACE_HEADER, "\\p{ASCII}*"),
                IncludedData.read(in));
    }

    /** Its answer. */
    public record Answer(
            String executionArn,
            String stateMachineArn,
            String name,
            Instant startDate,
            Instant stopDate,
            String status,
            @Nullable String error,
            @Nullable String cause,
            @Nullable String input,
            DataDetails inputDetails,
            @Nullable String output,
            DataDetails outputDetails,
            @Nullable String traceHeader,
            BillingDetails billingDetails) {
        /** Returns this answer without what a key of the customer encrypts. */
        public Answer metadata() {
            return new Answer(
                    executionArn,
                    stateMachineArn,
                    name,
                    startDate,
                    stopDate,
                    status,
                    null,
                    null,
                    null,
                    DataDetails.LEFT_OUT,
                    null,
                    DataDetails.LEFT_OUT,
                    traceHeader,
                    billingDetails);
        }
    }

    /** What AWS would bill. */
    public record BillingDetails(long billedMemoryUsedInMB, long billedDurationInMilliseconds) {}
}
