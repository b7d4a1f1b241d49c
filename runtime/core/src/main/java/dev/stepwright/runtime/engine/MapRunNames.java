package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.MapStep;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names of Map Runs, what a distributed Map starts: {@code arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID}, and of the executions
 * in them. The first half of each UUID tells the execution that all of it belongs to, so that this is found without an index.
 */
public final class MapRunNames {
    private static final long VERSION = 0xF000L;
    private static final long RANDOM = 0x4000L;
    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private static final int TYPE = 5;
    private static final int PARTS = 8;

    private MapRunNames() {}

    /** Returns a new ARN. */
    static String arn(Activation activation, MapStep step) {
        ExecutionIdentity identity = activation.state.identity;
        String label = step.terms().label() == null
                ? activation.chance().nextUuid().toString()
                : step.terms().label();
        return identity.machineArn().replace(":stateMachine:", ":mapRun:") + "/" + label + ":" + uuid(activation);
    }

    /** Returns a new UUID that tells the execution. */
    static UUID uuid(Activation activation) {
        return new UUID(
                mark(activation.state.identity.arn()),
                activation.chance().nextUuid().getLeastSignificantBits());
    }

    /** Returns whether the name of a Map Run, or of an execution in one, can be one of an execution. */
    public static boolean isOf(String arn, String executionArn) {
        try {
            return UUID.fromString(id(arn)).getMostSignificantBits() == mark(executionArn);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the ARN of the machine whose executions may have a Map Run, or an execution in one, of an ARN. */
    public static String machineArn(String arn) {
        int slash = arn.indexOf('/');
        String machine = slash < 0 ? arn : arn.substring(0, slash);
        return machine.replace(":mapRun:", ":stateMachine:")
                .replace(":execution:", ":stateMachine:")
                .replace(":express:", ":stateMachine:");
    }

    /** Returns whether an ARN is one of an execution of a Map Run: those of a labelled machine are. */
    public static boolean isOfChild(String arn) {
        String[] parts = arn.split(":", PARTS);
        return parts.length == PARTS
                && (parts[TYPE].equals("execution") || parts[TYPE].equals("express"))
                && parts[TYPE + 1].contains("/");
    }

    /** @param id of an Express execution; null for a Standard one, which is told by its name */
    static String executionArn(String machineArn, String name, @Nullable String id) {
        return id == null
                ? machineArn.replace(":stateMachine:", ":execution:") + ":" + name
                : machineArn.replace(":stateMachine:", ":express:") + ":" + name + ":" + id;
    }

    private static long mark(String executionArn) {
        long hash = FNV_BASIS;
        for (int i = 0; i < executionArn.length(); i++) {
            hash = (hash ^ executionArn.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 32) * FNV_PRIME;
        return (hash ^ hash >>> 29) & ~VERSION | RANDOM;
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
