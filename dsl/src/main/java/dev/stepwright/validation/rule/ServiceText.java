package dev.stepwright.validation.rule;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** What ValidateStateMachineDefinition says: its text, and the place if it names one. */
public record ServiceText(
        @Nullable String message, @Nullable JsonPointer location) {
    /** No text of AWS is known. */
    static final ServiceText NONE = new ServiceText(null, null);
}
