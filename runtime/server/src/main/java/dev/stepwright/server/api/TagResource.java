package dev.stepwright.server.api;

import java.util.List;

/** Request of TagResource. */
public record TagResource(String resourceArn, List<Tag> tags) {
    public static TagResource of(Members in) {
        return new TagResource(
                in.text("resourceArn", Length.ARN), in.required("tags", in.structures("tags", Tag::read), List.of()));
    }
}
