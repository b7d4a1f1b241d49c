package dev.stepwright.runtime.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What names an execution; the context object shows it.
 *
 * @param arn the ARN of the execution
 * @param name unique among the executions of its machine
 * @param roleArn the role of the machine
 * @param isExpress whether it is an Express execution; these know no redrive
 * @param isSynchronous whether it is an Express execution whose end its caller waits for
 * @param versionArn the version of the machine by which it was started, or null; only the history shows it
 * @param aliasArn the alias of the machine by which it was started, or null; only the history shows it
 */
public record ExecutionIdentity(
        String arn,
        String name,
        String machineArn,
        String machineName,
        String roleArn,
        Instant startTime,
        boolean isExpress,
        boolean isSynchronous,
        @Nullable String versionArn,
        @Nullable String aliasArn) {
    private static final int NAME_IN_ARN = 6;

    /** Returns the name of the machine in the ARN of an execution; for an item of a distributed Map, of the machine that has the Map. */
    public static String machineNameIn(String executionArn) {
        return executionArn.split(":", NAME_IN_ARN + 2)[NAME_IN_ARN].split("/", 2)[0];
    }

    /** Returns the same name for an execution that is started again. */
    ExecutionIdentity startedAt(Instant time) {
        return new ExecutionIdentity(
                arn, name, machineArn, machineName, roleArn, time, isExpress, isSynchronous, versionArn, aliasArn);
    }
}
