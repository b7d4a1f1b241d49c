package dev.stepwright.permission;

import tools.jackson.core.JsonPointer;

/**
 * What a definition does not tell about permissions, or what is not known of an integration, so that somebody has to look.
 *
 * @param state the name of the state; empty for the machine as a whole
 * @param pointer the place in the document
 * @param message what is not known, what stands in the policy instead and what to do
 */
public record OpenQuestion(String state, JsonPointer pointer, String message) {}
