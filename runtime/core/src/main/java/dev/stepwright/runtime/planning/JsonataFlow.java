package dev.stepwright.runtime.planning;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.plan.Flow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Data flow of a JSONata state. Null stands for a field that is absent.
 *
 * @param resultName under which name {@code Output} and {@code Assign} see the result
 */
record JsonataFlow(
        @Nullable Expression arguments,
        @Nullable Expression output,
        @Nullable Expression assign,
        ResultName resultName) implements Flow {

    /** The name of the result in {@code $states}. */
    enum ResultName {
        /** The result is the input: it has no name of its own. */
        NONE,
        RESULT,
        ERROR_OUTPUT
    }

    @Override
    public JsonNode input(Bindings bindings) {
        return arguments == null ? bindings.input() : arguments.evaluate(bindings);
    }

    @Override
    public JsonNode output(Bindings bindings, JsonNode result) {
        return output == null ? result : output.evaluate(with(bindings, result));
    }

    @Override
    public @Nullable JsonNode assigned(Bindings bindings, JsonNode result) {
        return assign == null ? null : assign.evaluate(with(bindings, result));
    }

    private Bindings with(Bindings bindings, JsonNode result) {
        return switch (resultName) {
            case NONE -> bindings;
            case RESULT -> bindings.withResult(result);
            case ERROR_OUTPUT -> bindings.withErrorOutput(result);
        };
    }
}
