package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What ends a task that waits for an answer, whoever has it and whenever. As JSON it is its text.
 *
 * @param <R> what is to be sent back with it
 * @param text what to keep, or to send along: {@code new TaskToken<Answer>(text)} is the token again
 * @see Dsl#callback(String, TaskMethods.ServiceCallback)
 */
@SuppressWarnings("UnusedTypeParameter") // it is the contract
public record TaskToken<R>(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskToken {}

    /** Returns the text. */
    @Override
    public String toString() {
        return text;
    }
}
