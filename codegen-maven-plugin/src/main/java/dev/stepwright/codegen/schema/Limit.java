package dev.stepwright.codegen.schema;

import tools.jackson.databind.JsonNode;

/** A keyword that constrains a value, such as {@code maxLength}, with what it says. */
public record Limit(String keyword, JsonNode value) {}
