package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import tools.jackson.databind.JsonNode;

/** A call of {@code $eval}: notes its place while the function runs. */
public final class EvalCall extends Code {
    private final Call call;
    private final Object scope;

    public EvalCall(Call call, Object scope) {
        this.call = call;
        this.scope = scope;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        Object before = evaluation.place(new EvalPlace(scope, frame));
        JsonNode result = call.eval(input, frame);
        evaluation.place(before);
        return result;
    }
}
