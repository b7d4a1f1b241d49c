package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of CreateStateMachineAlias. */
public record CreateStateMachineAlias(
        String name, @Nullable String description, List<RoutingConfiguration> routingConfiguration) {
    private static final String NAME = "^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$";

    public static CreateStateMachineAlias of(Members in) {
        return new CreateStateMachineAlias(
                in.matching("name", Length.NAME, NAME),
                in.optionalText("description", Length.DESCRIPTION),
                in.required("routingConfiguration", RoutingConfiguration.readAll(in), List.of()));
    }

    /** Its answer. */
    public record Answer(String stateMachineAliasArn, Instant creationDate) {}
}
