package dev.stepwright.testkit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What one call gives: a value, or an error where {@code error} is not null. */
record StubAnswer(
        JsonNode value, @Nullable String error, @Nullable String cause) {
    /** None ever comes. */
    static final StubAnswer NONE = new StubAnswer(MissingNode.getInstance(), null, null);

    static StubAnswer returning(JsonNode value) {
        return new StubAnswer(value, null, null);
    }

    static StubAnswer throwing(@Nullable String error, @Nullable String cause) {
        return new StubAnswer(MissingNode.getInstance(), error, cause);
    }
}
