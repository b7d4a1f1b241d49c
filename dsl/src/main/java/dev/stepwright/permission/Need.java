package dev.stepwright.permission;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An action that must be allowed on a resource, and why.
 *
 * @param role the ARN of the role that needs it, which a task names by {@code Credentials}; empty for the role of the state machine
 * @param action such as {@code sqs:SendMessage}
 * @param resource the ARN, in which {@code *} stands for what the definition does not tell; {@code *} alone for all. Of a call that is made,
 *     what is no wildcard but part of a value has a character for private use in its place: {@link #shownResource}
 * @param conditionJson the {@code Condition} of the policy's statement, null if there is none
 * @param state the name of the state; empty for what the machine as a whole needs
 * @param reason what it is needed for
 */
public record Need(
        String role,
        String action,
        String resource,
        @Nullable JsonNode conditionJson,
        String state,
        String reason) implements Comparable<Need> {
    private static final Comparator<Need> ORDER = Comparator.comparing(Need::role)
            .thenComparing(Need::action)
            .thenComparing(Need::resource)
            .thenComparing(need -> String.valueOf(need.conditionJson()))
            .thenComparing(Need::state)
            .thenComparing(Need::reason);

    /** Returns the resource as it is to be shown: with the values of a call that is made as they are. */
    public String shownResource() {
        return Literal.shown(resource);
    }

    /** Returns the condition of the policy's statement. */
    public Optional<JsonNode> condition() {
        return Optional.ofNullable(conditionJson);
    }

    @Override
    public int compareTo(Need other) {
        return this == other ? 0 : ORDER.compare(this, other);
    }
}
