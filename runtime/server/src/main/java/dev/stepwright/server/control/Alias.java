package dev.stepwright.server.control;

import dev.stepwright.server.api.RoutingConfiguration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name for one version of a machine, or for two of which each gets a share of the executions. */
record Alias(
        String name,
        @Nullable String description,
        List<RoutingConfiguration> routing,
        Instant creationDate,
        Instant updateDate) {
    Alias {
        routing = List.copyOf(routing);
    }

    /**
     * Returns the ARN of the version that an execution gets.
     *
     * @param draw a number of at least 0 and below 1
     */
    String choose(double draw) {
        return draw * 100 < routing.get(0).weight()
                ? routing.get(0).stateMachineVersionArn()
                : routing.get(routing.size() - 1).stateMachineVersionArn();
    }

    boolean routesTo(String versionArn) {
        return routing.stream().anyMatch(r -> r.stateMachineVersionArn().equals(versionArn));
    }
}
