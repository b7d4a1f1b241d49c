package dev.stepwright.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Request of GetExecutionHistory. */
public record GetExecutionHistory(
        String executionArn,
        int maxResults,
        boolean reverseOrder,
        @Nullable String nextToken,
        boolean includeExecutionData) {
    public static GetExecutionHistory of(Members in) {
        return new GetExecutionHistory(
                in.text("executionArn", Length.ARN),
                in.pageSize(1000),
                in.flag("reverseOrder"),
                in.optionalText("nextToken", Length.PAGE_TOKEN),
                in.flag("includeExecutionData", true));
    }

    /** Its answer; each event in the shape of the API's {@code HistoryEvent}. */
    public record Answer(
            List<? extends JsonNode> events, @Nullable String nextToken) {}
}
