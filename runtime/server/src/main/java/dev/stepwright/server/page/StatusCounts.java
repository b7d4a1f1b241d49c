package dev.stepwright.server.page;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.ListExecutions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many executions a machine has in each status.
 *
 * @param counts by status, in the order of {@link #STATUSES}; one more than {@code most} where there are more
 * @param most up to here they are counted
 */
record StatusCounts(Map<String, Integer> counts, int most) {
    static final List<String> STATUSES = List.of("RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED");

    /** A call of the API lists one more. */
    private static final int MOST = 999;

    /** Each execution that is counted is read: a page shall read about 10,000 at most. Of many machines it is enough to see that there are many. */
    private static int most(int among) {
        if (among <= 2) {
            return MOST;
        }
        return among <= 30 ? 100 : 20;
    }

    /**
     * Returns the counts of a Standard machine; empty if this visitor may not list its executions.
     *
     * @param among how many machines a page counts: the more, the sooner it stops for each
     */
    static Optional<StatusCounts> of(Calls calls, String machineArn, int among) {
        int most = most(among);
        Map<String, Integer> counts = new LinkedHashMap<>();
        try {
            for (String status : STATUSES) {
                ListExecutions.Answer answer = calls.now(
                        ListExecutions.Answer.class,
                        "ListExecutions",
                        Calls.with("stateMachineArn", machineArn)
                                .put("statusFilter", status)
                                .put("maxResults", most + 1));
                counts.put(status, answer.executions().size());
            }
        } catch (ApiError e) {
            if (e.isAccessDenied() || e.code().equals("StateMachineDoesNotExist")) {
                return Optional.empty(); // it may have gone since it was listed
            }
            throw e;
        }
        return Optional.of(new StatusCounts(counts, most));
    }

    boolean isAny(String status) {
        return counts.getOrDefault(status, 0) > 0;
    }

    /** Returns how many there are, or {@code 999+} where not all were counted. */
    String text(String status) {
        int count = counts.getOrDefault(status, 0);
        return count > most ? String.format(Locale.ROOT, "%,d+", most) : String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns a status as people read it: {@code Timed out}. */
    static String words(String status) {
        String words = status.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
