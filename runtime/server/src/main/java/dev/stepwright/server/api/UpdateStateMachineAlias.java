package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of UpdateStateMachineAlias; a null member keeps what is. */
public record UpdateStateMachineAlias(
        String stateMachineAliasArn,
        @Nullable String description,
        @Nullable List<RoutingConfiguration> routingConfiguration) {
    public static UpdateStateMachineAlias of(Members in) {
        return new UpdateStateMachineAlias(
                in.text("stateMachineAliasArn", Length.ARN),
                in.optionalText("description", Length.DESCRIPTION),
                RoutingConfiguration.readAll(in));
    }

    /** Its answer. */
    public record Answer(Instant updateDate) {}
}
