package dev.stepwright.server.page;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.server.api.ApiError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many executions a machine has in each status.
 *
 * @param counts without a status that none has
 */
record StatusCounts(Map<ExecutionStatus, Long> counts) {
    static final List<String> STATUSES = List.of("RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED");

    /** Returns the counts of a Standard machine; empty if this visitor may not list its executions. */
    static Optional<StatusCounts> of(Calls calls, String machineArn) {
        try {
            return calls.counts(machineArn).map(StatusCounts::new);
        } catch (ApiError e) {
            if (e.isAccessDenied()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    boolean isAny(String status) {
        return count(status) > 0;
    }

    /** Returns how many there are. */
    String text(String status) {
        return String.format(Locale.ROOT, "%,d", count(status));
    }

    private long count(String status) {
        return counts.getOrDefault(ExecutionStatus.valueOf(status), 0L);
    }

    /** Returns a status as people read it: {@code Timed out}. */
    static String words(String status) {
        String words = status.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
