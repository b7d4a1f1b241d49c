package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which executions a list is to have.
 *
 * @param since those that were started before do not count: they are of an earlier machine of the same name
 * @param status null for all
 * @param startedBy the ARN of a version or alias by which they were started; null for all
 * @param after the position of the last one that is not wanted; null for the beginning
 * @param most how many are wanted at most
 */
public record ExecutionQuery(
        String machineArn,
        Instant since,
        @Nullable ExecutionStatus status,
        @Nullable String startedBy,
        ExecutionSummary.@Nullable Position after,
        int most) {
    /** Returns whether an execution is of those, wherever it stands. */
    public boolean matches(ExecutionIdentity identity, ExecutionStatus its) {
        return machineArn.equals(identity.machineArn())
                && !identity.startTime().isBefore(since)
                && (status == null || status == its)
                && (startedBy == null
                        || startedBy.equals(identity.versionArn())
                        || startedBy.equals(identity.aliasArn()));
    }
}
