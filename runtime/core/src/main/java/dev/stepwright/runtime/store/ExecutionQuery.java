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
 * @param isRedriven whether they have been redriven, or null for all
 * @param after the position of the last one that is not wanted; null for the beginning
 * @param most how many are wanted at most
 */
public record ExecutionQuery(
        String machineArn,
        Instant since,
        @Nullable ExecutionStatus status,
        @Nullable String startedBy,
        @Nullable Boolean isRedriven,
        ExecutionSummary.@Nullable Position after,
        int most) {
    /** Returns a query for executions whether they have been redriven or not. */
    public ExecutionQuery(
            String machineArn,
            Instant since,
            @Nullable ExecutionStatus status,
            @Nullable String startedBy,
            ExecutionSummary.@Nullable Position after,
            int most) {
        this(machineArn, since, status, startedBy, null, after, most);
    }

    /** Returns whether an execution is of those, wherever it stands. */
    public boolean matches(ExecutionSummary execution) {
        ExecutionIdentity identity = execution.identity();
        return machineArn.equals(identity.machineArn())
                && !identity.startTime().isBefore(since)
                && (status == null || status == execution.status())
                && (isRedriven == null || isRedriven == (execution.redrive() != null))
                && (startedBy == null
                        || startedBy.equals(identity.versionArn())
                        || startedBy.equals(identity.aliasArn()));
    }
}
