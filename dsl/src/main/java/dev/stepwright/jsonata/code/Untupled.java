package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** The items of a path whose tuples nobody around it asks for. */
public final class Untupled extends Code {
    private final Code code;

    public Untupled(Code code) {
        this.code = code;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        JsonNode value = code.eval(input, frame);
        return value instanceof TupleStream stream
                ? TupleStream.values(stream.tuples(), frame.evaluation).collapsed()
                : value;
    }
}
