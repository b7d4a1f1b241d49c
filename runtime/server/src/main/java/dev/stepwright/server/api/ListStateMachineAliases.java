package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ListStateMachineAliases. */
public record ListStateMachineAliases(
        String stateMachineArn, int maxResults, @Nullable String nextToken) {
    public static ListStateMachineAliases of(Members in) {
        return new ListStateMachineAliases(
                in.text("stateMachineArn", Length.ARN),
                in.pageSize(1000),
                in.optionalText("nextToken", Length.PAGE_TOKEN));
    }

    /** Its answer. */
    public record Answer(
            List<Item> stateMachineAliases, @Nullable String nextToken) {}

    /** One alias. */
    public record Item(String stateMachineAliasArn, Instant creationDate) {}
}
