package dev.stepwright.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which share of an alias's executions a version gets. */
public record RoutingConfiguration(String stateMachineVersionArn, int weight) {
    /** Reads the one or two that an alias has; null where they are absent. */
    static @Nullable List<RoutingConfiguration> readAll(Members in) {
        List<RoutingConfiguration> all = in.structures("routingConfiguration", RoutingConfiguration::read);
        return all == null
                ? null
                : in.sized("routingConfiguration", all, new Length(1, 2), RoutingConfiguration::shown);
    }

    /** As AWS writes one in a message. */
    private String shown() {
        return "RoutingConfigurationListItem(stateMachineVersionArn=" + stateMachineVersionArn + ", weight=" + weight
                + ")";
    }

    static RoutingConfiguration read(Members in) {
        return new RoutingConfiguration(
                in.text("stateMachineVersionArn", Length.ARN), in.required("weight", in.number("weight", 0, 100), 0));
    }
}
