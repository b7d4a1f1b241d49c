package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of DescribeExecution. */
public record DescribeExecution(String executionArn, IncludedData includedData) {
    public static DescribeExecution of(Members in) {
        return new DescribeExecution(in.text("executionArn", Length.ARN), IncludedData.read(in));
    }

    /** Its answer. */
    public record Answer(
            String executionArn,
            String stateMachineArn,
            String name,
            String status,
            Instant startDate,
            @Nullable Instant stopDate,
            @Nullable String input,
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
            @Nullable String redriveStatusReason) {
        /** Returns this answer without what a key of the customer encrypts. */
        public Answer metadata() {
            return new Answer(
                    executionArn,
                    stateMachineArn,
                    name,
                    status,
                    startDate,
                    stopDate,
                    null,
                    DataDetails.LEFT_OUT,
                    null,
                    outputDetails == null ? null : DataDetails.LEFT_OUT,
                    traceHeader,
                    mapRunArn,
                    null,
                    null,
                    stateMachineVersionArn,
                    stateMachineAliasArn,
                    redriveCount,
                    redriveDate,
                    redriveStatus,
                    redriveStatusReason);
        }
    }
}
