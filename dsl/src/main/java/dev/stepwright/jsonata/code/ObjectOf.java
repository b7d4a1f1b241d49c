package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** An object constructor over the context, or a grouping of another expression's value. */
public final class ObjectOf extends Code {
    private final Code base;
    private final Grouping grouping;

    /** @param base what is grouped; the context itself for an object constructor */
    public ObjectOf(Code base, Grouping grouping) {
        this.base = base;
        this.grouping = grouping;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        JsonNode value = base.eval(input, frame);
        return value instanceof TupleStream stream
                ? grouping.ofTuples(stream.tuples(), frame)
                : grouping.of(value, frame);
    }
}
