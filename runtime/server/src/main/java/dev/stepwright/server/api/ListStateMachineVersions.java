package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ListStateMachineVersions. */
public record ListStateMachineVersions(
        String stateMachineArn, int maxResults, @Nullable String nextToken) {
    public static ListStateMachineVersions of(Members in) {
        return new ListStateMachineVersions(
                in.text("stateMachineArn", Length.ARN),
                in.pageSize(1000),
                in.optionalText("nextToken", Length.PAGE_TOKEN));
    }

    /** Its answer. */
    public record Answer(
            List<Item> stateMachineVersions, @Nullable String nextToken) {}

    /** One version. */
    public record Item(String stateMachineVersionArn, Instant creationDate) {}
}
