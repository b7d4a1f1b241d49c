package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request of DescribeStateMachineForExecution. */
public record DescribeStateMachineForExecution(String executionArn, IncludedData includedData) {
    public static DescribeStateMachineForExecution of(Members in) {
        return new DescribeStateMachineForExecution(in.text("executionArn", Length.ARN), IncludedData.read(in));
    }

    /** Its answer. */
    public record Answer(
            String stateMachineArn,
            String name,
            String definition,
            String roleArn,
            Instant updateDate,
            LoggingConfiguration loggingConfiguration,
            TracingConfiguration tracingConfiguration,
            @Nullable String mapRunArn,
            @Nullable String label,
            @Nullable String revisionId,
            EncryptionConfiguration encryptionConfiguration,
            @Nullable Map<String, List<String>> variableReferences) {}
}
