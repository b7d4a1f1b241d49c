package dev.stepwright.runtime.evaluate;

import tools.jackson.databind.JsonNode;

/** A value without expressions in it; shared, never copied. */
record Literal(JsonNode value) implements Expression {
    @Override
    public JsonNode evaluate(Bindings bindings) {
        return value;
    }
}
