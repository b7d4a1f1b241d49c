package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.EvalPlace;
import dev.stepwright.jsonata.code.Frame;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import tools.jackson.databind.JsonNode;

/**
 * Code with what it needs to run.
 *
 * @param variables how many variables the outermost frame holds
 * @param globals how many names of bindings the code uses
 */
public record CompiledCode(Code code, int variables, int globals) {
    /** Runs the code; an array as input is one thing, its elements are not the first step's items. */
    public JsonNode run(JsonNode input, Evaluation evaluation) {
        return code.eval(context(input), Frame.outermost(evaluation, variables));
    }

    /** Runs code that was compiled for a place among its variables. */
    public JsonNode runAt(EvalPlace place, JsonNode input) {
        return place.run(code, variables, context(input));
    }

    private static JsonNode context(JsonNode input) {
        return input.isArray() && !Sequence.isSequence(input) ? Sequence.wrapping(input) : input;
    }
}
