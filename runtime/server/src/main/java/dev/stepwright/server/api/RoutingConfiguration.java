package dev.stepwright.server.api;

/** Which share of an alias's executions a version gets. */
public record RoutingConfiguration(String stateMachineVersionArn, int weight) {
    static RoutingConfiguration read(Members in) {
        return new RoutingConfiguration(
                in.text("stateMachineVersionArn", Length.ARN), in.required("weight", in.number("weight", 0, 100), 0));
    }
}
