package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of StartSyncExecution. */
public record StartSyncExecution(
        String stateMachineArn,
        @Nullable String name,
        @Nullable String input,
        @Nullable String traceHeader) {
    public static StartSyncExecution of(Members in) {
        in.word("includedData", DescribeStateMachine.INCLUDED_DATA);
        return new StartSyncExecution(
                in.text("stateMachineArn", Length.ARN),
                in.optionalText("name", Length.NAME),
                in.optionalText("input", Length.DATA),
                in.optionalText("traceHeader", Length.TRACE_HEADER));
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
            String input,
            DataDetails inputDetails,
            @Nullable String output,
            DataDetails outputDetails,
            @Nullable String traceHeader,
            BillingDetails billingDetails) {}

    /** What AWS would bill. */
    public record BillingDetails(long billedMemoryUsedInMB, long billedDurationInMilliseconds) {}
}
