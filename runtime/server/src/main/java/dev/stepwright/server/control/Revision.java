package dev.stepwright.server.control;

import dev.stepwright.server.api.EncryptionConfiguration;
import dev.stepwright.server.api.LoggingConfiguration;
import dev.stepwright.server.api.TracingConfiguration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine is between two updates.
 *
 * @param id null for the first
 * @param content what an update changes
 * @param updateDate when it began
 */
record Revision(@Nullable String id, Content content, Instant updateDate) {
    /** How AWS names the first revision, which has no id. */
    static final String INITIAL = "INITIAL";

    /** What an update changes. */
    record Content(
            Definition definition,
            String roleArn,
            LoggingConfiguration logging,
            TracingConfiguration tracing,
            EncryptionConfiguration encryption) {}

    /** Returns whether this is the same stage of a machine's life, whatever it holds. */
    boolean isSameAs(Revision other) {
        return Objects.equals(id, other.id);
    }

    String idOrInitial() {
        return id == null ? INITIAL : id;
    }
}
