package dev.stepwright.server.control;

import dev.stepwright.server.api.EncryptionConfiguration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/** One activity, as it is at a moment. */
record Activity(
        String arn, String name, Instant creationDate, EncryptionConfiguration encryption, Map<String, String> tags) {
    Activity {
        tags = Collections.unmodifiableMap(tags);
    }

    Activity with(Map<String, String> otherTags) {
        return new Activity(arn, name, creationDate, encryption, otherTags);
    }
}
