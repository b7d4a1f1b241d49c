package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.MapStep;

/** Names of Map Runs: what a distributed Map starts. */
final class MapRuns {
    private MapRuns() {}

    /** Returns a new ARN: {@code arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID}. */
    static String arn(Activation activation, MapStep step) {
        ExecutionIdentity identity = activation.state.identity;
        String label = step.terms().label() == null
                ? activation.chance().nextUuid().toString()
                : step.terms().label();
        return identity.machineArn().replace(":stateMachine:", ":mapRun:") + "/" + label + ":"
                + activation.chance().nextUuid();
    }
}
