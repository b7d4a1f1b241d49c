package dev.stepwright.server.api;

import java.util.List;

/** Request of ListTagsForResource. */
public record ListTagsForResource(String resourceArn) {
    public static ListTagsForResource of(Members in) {
        return new ListTagsForResource(in.text("resourceArn", Length.ARN));
    }

    /** Its answer. */
    public record Answer(List<Tag> tags) {}
}
