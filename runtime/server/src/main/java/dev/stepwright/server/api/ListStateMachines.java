package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ListStateMachines. */
public record ListStateMachines(int maxResults, @Nullable String nextToken) {
    public static ListStateMachines of(Members in) {
        return new ListStateMachines(in.pageSize(1000), in.optionalText("nextToken", Length.PAGE_TOKEN));
    }

    /** Its answer. */
    public record Answer(List<Item> stateMachines, @Nullable String nextToken) {}

    /** One machine. */
    public record Item(String stateMachineArn, String name, String type, Instant creationDate) {}
}
