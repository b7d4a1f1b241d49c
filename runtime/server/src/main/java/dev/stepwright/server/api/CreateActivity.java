package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of CreateActivity. */
public record CreateActivity(
        String name, @Nullable List<Tag> tags, @Nullable EncryptionConfiguration encryptionConfiguration) {
    public static CreateActivity of(Members in) {
        return new CreateActivity(
                in.text("name", Length.NAME),
                in.structures("tags", Tag::read),
                in.structure("encryptionConfiguration", EncryptionConfiguration::read));
    }

    /** Its answer. */
    public record Answer(String activityArn, Instant creationDate) {}
}
