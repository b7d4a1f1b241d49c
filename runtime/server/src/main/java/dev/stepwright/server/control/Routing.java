package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.RoutingConfiguration;
import java.util.List;

/** What AWS asks of the routing configuration of an alias. */
final class Routing {
    private static final String REASON = "INVALID_ROUTING_CONFIGURATION";

    private Routing() {}

    /**
     * Returns the ARN of a version in a routing configuration, whose machine is that of them all.
     *
     * @throws ApiError if the configuration is wrong whatever machines there are
     */
    static MachineArn machineOf(List<RoutingConfiguration> routing) {
        List<String> versions = versions(routing);
        List<MachineArn> arns = versions.stream().map(MachineArn::parse).toList();
        if (arns.stream().anyMatch(arn -> arn.version().isEmpty())) {
            throw ApiError.validation(
                    REASON, "Routing configuration must contain state machine version ARNs. Received: " + versions);
        }
        if (versions.stream().distinct().count() < versions.size()) {
            throw ApiError.validation(
                    REASON,
                    "Routing configuration must contain distinct state machine version ARNs. Received: " + versions);
        }
        if (arns.stream().map(MachineArn::machine).distinct().count() > 1) {
            throw ApiError.validation(
                    REASON, "Routing configuration must contain versions of one state machine. Received: " + versions);
        }
        List<Integer> weights =
                routing.stream().map(RoutingConfiguration::weight).toList();
        if (weights.stream().mapToInt(Integer::intValue).sum() != 100) {
            throw ApiError.validation(
                    REASON, "Sum of routing configuration weights must equal 100. Received: " + weights);
        }
        return arns.get(0);
    }

    /**
     * Checks that the versions are there and are those of a machine.
     *
     * @throws ApiError if not
     */
    static void check(List<RoutingConfiguration> routing, StateMachine machine) {
        for (String version : versions(routing)) {
            MachineArn arn = MachineArn.parse(version);
            if (!arn.machine().equals(machine.arn())
                    || !machine.versions().containsKey(arn.version().orElseThrow())) {
                throw ApiError.resourceNotFound();
            }
        }
    }

    private static List<String> versions(List<RoutingConfiguration> routing) {
        return routing.stream()
                .map(RoutingConfiguration::stateMachineVersionArn)
                .toList();
    }
}
