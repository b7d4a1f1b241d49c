package dev.stepwright.codegen.shape;

import tools.jackson.databind.JsonNode;

/** A keyword that constrains a value, such as {@code maxLength}, with what it says. */
public record Limit(String keyword, JsonNode value) {}
