package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of DescribeExecution. */
public record DescribeExecution(String executionArn) {
    public static DescribeExecution of(Members in) {
        in.word("includedData", DescribeStateMachine.INCLUDED_DATA);
        return new DescribeExecution(in.text("executionArn", Length.ARN));
    }

    /** Its answer. */
    public record Answer(
            String executionArn,
            String stateMachineArn,
            String name,
            String status,
            Instant startDate,
            @Nullable Instant stopDate,
            String input,
            DataDetails inputDetails,
            @Nullable String output,
            @Nullable DataDetails outputDetails,
            @Nullable String traceHeader,
            @Nullable String mapRunArn,
            @Nullable String error,
            @Nullable String cause,
            @Nullable String stateMachineVersionArn,
            @Nullable String stateMachineAliasArn,
            int redriveCount,
            @Nullable Instant redriveDate,
            String redriveStatus,
            @Nullable String redriveStatusReason) {}
}
