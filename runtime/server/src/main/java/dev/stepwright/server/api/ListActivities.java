package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ListActivities. */
public record ListActivities(int maxResults, @Nullable String nextToken) {
    public static ListActivities of(Members in) {
        return new ListActivities(in.pageSize(1000), in.optionalText("nextToken", Length.PAGE_TOKEN));
    }

    /** Its answer. */
    public record Answer(List<Item> activities, @Nullable String nextToken) {}

    /** One activity. */
    public record Item(String activityArn, String name, Instant creationDate) {}
}
