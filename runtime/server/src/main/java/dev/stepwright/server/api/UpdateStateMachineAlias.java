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
        List<RoutingConfiguration> routing = in.structures("routingConfiguration", RoutingConfiguration::read);
        return new UpdateStateMachineAlias(
                in.text("stateMachineAliasArn", Length.ARN),
                in.optionalText("description", Length.DESCRIPTION),
                routing == null ? null : in.atMost("routingConfiguration", routing, 2));
    }

    /** Its answer. */
    public record Answer(Instant updateDate) {}
}
