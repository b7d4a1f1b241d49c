package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request of DescribeStateMachine. */
public record DescribeStateMachine(String stateMachineArn, IncludedData includedData) {
    public static DescribeStateMachine of(Members in) {
        return new DescribeStateMachine(in.text("stateMachineArn", Length.ARN), IncludedData.read(in));
    }

    /** Its answer. */
    public record Answer(
            String stateMachineArn,
            String name,
            String status,
            String definition,
            String roleArn,
            String type,
            Instant creationDate,
            LoggingConfiguration loggingConfiguration,
            TracingConfiguration tracingConfiguration,
            @Nullable String revisionId,
            @Nullable String description,
            EncryptionConfiguration encryptionConfiguration,
            @Nullable Map<String, List<String>> variableReferences) {}
}
