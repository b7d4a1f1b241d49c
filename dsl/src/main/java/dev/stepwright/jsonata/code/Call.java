package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Sequence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code $f(a, b)}. */
public final class Call extends Code {
    private final Callee callee;
    private final Code[] arguments;
    private final boolean last;

    /**
     * What is called.
     *
     * @param code gives the function
     * @param name how it is named at the call, or null
     * @param meant the variable of the same name if {@code $} was left out, or null
     */
    public record Callee(
            Code code, @Nullable String name, @Nullable Code meant, int position) {
        /** Returns what is called; the code of the error is for a name that lacks its {@code $}. */
        JsonNode value(JsonNode input, Frame frame, String suggesting) {
            JsonNode value = code.eval(input, frame);
            if (value.isMissingNode()
                    && meant != null
                    && !meant.eval(input, frame).isMissingNode()) {
                throw JsonataException.of(suggesting).at(position, name);
            }
            return value;
        }

        /** Returns the function that a value has to be. */
        FunctionValue function(JsonNode value, String otherwise) {
            if (value instanceof FunctionValue function) {
                return function;
            }
            throw JsonataException.of(otherwise).at(position, name);
        }
    }

    /** @param last whether the call is the last act of a function: then it is left to the caller of that function */
    public Call(Callee callee, Code[] arguments, boolean last) {
        this.callee = callee;
        this.arguments = arguments.clone();
        this.last = last;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        JsonNode result = evalWith(null, input, frame);
        return last ? result : Sequence.collapse(result);
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        return evalWith(null, input, frame);
    }

    /** Calls with a value in front of the other arguments. */
    JsonNode evalWith(@Nullable JsonNode first, JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        evaluation.enter();
        JsonNode called = callee.value(input, frame, "T1005");
        int shift = first == null ? 0 : 1;
        JsonNode[] values = new JsonNode[arguments.length + shift];
        if (first != null) {
            values[0] = first;
        }
        for (int i = 0; i < arguments.length; i++) {
            values[i + shift] = arguments[i].eval(input, frame);
        }
        FunctionValue function = callee.function(called, "T1006");
        JsonNode result = last && first == null && function instanceof LambdaFunction
                ? evaluation.tailCall(function, values)
                : apply(function, values, input, evaluation);
        evaluation.leave();
        return result;
    }

    private JsonNode apply(FunctionValue function, JsonNode[] values, JsonNode input, Evaluation evaluation) {
        try {
            return evaluation.call(function, context(input), values);
        } catch (JsonataException error) {
            throw error.at(callee.position(), callee.name());
        }
    }

    static JsonNode context(JsonNode input) {
        return input instanceof Sequence sequence && sequence.wrapsInput() ? sequence.first() : input;
    }
}
