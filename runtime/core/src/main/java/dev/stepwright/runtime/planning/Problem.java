package dev.stepwright.runtime.planning;

import tools.jackson.core.JsonPointer;

/**
 * Why a definition cannot be run.
 *
 * @param pointer where in the definition
 * @param message what was found there and what is needed
 */
public record Problem(JsonPointer pointer, String message) {
    @Override
    public String toString() {
        return (pointer.toString().isEmpty() ? "/" : pointer) + ": " + message;
    }
}
