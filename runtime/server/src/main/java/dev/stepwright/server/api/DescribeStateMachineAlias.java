package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of DescribeStateMachineAlias. */
public record DescribeStateMachineAlias(String stateMachineAliasArn) {
    public static DescribeStateMachineAlias of(Members in) {
        return new DescribeStateMachineAlias(in.text("stateMachineAliasArn", Length.ARN));
    }

    /** Its answer. */
    public record Answer(
            String stateMachineAliasArn,
            String name,
            @Nullable String description,
            List<RoutingConfiguration> routingConfiguration,
            Instant creationDate,
            Instant updateDate) {}
}
