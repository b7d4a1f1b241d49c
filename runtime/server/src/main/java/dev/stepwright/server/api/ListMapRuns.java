package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ListMapRuns. */
public record ListMapRuns(
        String executionArn, int maxResults, @Nullable String nextToken) {
    public static ListMapRuns of(Members in) {
        return new ListMapRuns(
                in.text("executionArn", Length.ARN),
                in.pageSize(1000),
                in.optionalText("nextToken", Length.PAGE_TOKEN));
    }

    /** Its answer. */
    public record Answer(List<Item> mapRuns, @Nullable String nextToken) {}

    /** One Map Run. */
    public record Item(
            String executionArn,
            String mapRunArn,
            String stateMachineArn,
            Instant startDate,
            @Nullable Instant stopDate) {}
}
