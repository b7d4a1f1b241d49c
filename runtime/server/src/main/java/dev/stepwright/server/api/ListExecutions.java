package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ListExecutions. */
public record ListExecutions(
        @Nullable String stateMachineArn,
        @Nullable String statusFilter,
        int maxResults,
        @Nullable String nextToken,
        @Nullable String mapRunArn,
        @Nullable String redriveFilter) {
    /** In the order in which AWS names them. */
    private static final List<String> STATUSES =
            List.of("SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING");

    public static ListExecutions of(Members in) {
        return new ListExecutions(
                in.optionalText("stateMachineArn", Length.ARN),
                in.word("statusFilter", STATUSES),
                in.pageSize(1000),
                in.optionalText("nextToken", Length.LONG_PAGE_TOKEN),
                in.optionalText("mapRunArn", Length.LONG_ARN),
                in.word("redriveFilter", List.of("REDRIVEN", "NOT_REDRIVEN")));
    }

    /** Its answer. */
    public record Answer(List<Item> executions, @Nullable String nextToken) {}

    /** One execution. */
    public record Item(
            String executionArn,
            String stateMachineArn,
            String name,
            String status,
            Instant startDate,
            @Nullable Instant stopDate,
            @Nullable String mapRunArn,
            @Nullable Integer itemCount,
            @Nullable String stateMachineVersionArn,
            @Nullable String stateMachineAliasArn,
            int redriveCount,
            @Nullable Instant redriveDate) {}
}
