package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** {@code a ? b : c}. */
public final class Conditional extends Code {
    private final Code condition;
    private final Code then;
    private final Code otherwise;

    public Conditional(Code condition, Code then, Code otherwise) {
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        boolean holds = condition.test(input, frame);
        JsonNode result = holds ? then.eval(input, frame) : otherwise.eval(input, frame);
        frame.evaluation.leave();
        return result;
    }
}
