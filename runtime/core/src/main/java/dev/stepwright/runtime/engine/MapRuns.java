package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.MapStep;

/** Names of Map Runs: what a distributed Map starts. {@code arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID}. */
final class MapRuns {
    private MapRuns() {}

    /** Returns a new ARN. */
    static String arn(Activation activation, MapStep step) {
        ExecutionIdentity identity = activation.state.identity;
        String label = step.terms().label() == null
                ? activation.chance().nextUuid().toString()
                : step.terms().label();
        return identity.machineArn().replace(":stateMachine:", ":mapRun:") + "/" + label + ":"
                + activation.chance().nextUuid();
    }

    /** Returns the id at the end of an ARN. */
    static String id(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** Returns the label in an ARN. */
    static String label(String arn) {
        return arn.substring(arn.indexOf('/') + 1, arn.lastIndexOf(':'));
    }
}
