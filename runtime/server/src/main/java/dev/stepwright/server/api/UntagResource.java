package dev.stepwright.server.api;

import java.util.List;

/** Request of UntagResource. */
public record UntagResource(String resourceArn, List<String> tagKeys) {
    public static UntagResource of(Members in) {
        return new UntagResource(
                in.text("resourceArn", Length.ARN),
                in.required("tagKeys", in.texts("tagKeys", new Length(1, 128)), List.of()));
    }
}
