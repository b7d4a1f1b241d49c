package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.ResultPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Data flow of a JSONPath state. Null stands for a field that is absent and changes nothing.
 *
 * @param discardsResult {@code "ResultPath": null}
 */
record JsonPathFlow(
        @Nullable Expression inputPath,
        @Nullable Expression parameters,
        @Nullable Expression resultSelector,
        @Nullable ResultPath resultPath,
        boolean discardsResult,
        @Nullable Expression outputPath,
        @Nullable Expression assign)
        implements Flow {

    @Override
    public JsonNode input(Bindings bindings) {
        JsonNode input = inputPath == null ? bindings.input() : inputPath.evaluate(bindings);
        return parameters == null ? input : parameters.evaluate(at(bindings, input));
    }

    @Override
    public JsonNode output(Bindings bindings, JsonNode result) {
        JsonNode selected = resultSelector == null ? result : resultSelector.evaluate(at(bindings, result));
        JsonNode combined = combine(bindings.input(), selected);
        return outputPath == null ? combined : outputPath.evaluate(at(bindings, combined));
    }

    private JsonNode combine(JsonNode raw, JsonNode result) {
        if (discardsResult) {
            return raw;
        }
        return resultPath == null ? result : resultPath.insert(raw, result);
    }

    @Override
    public @Nullable JsonNode assigned(Bindings bindings, JsonNode result) {
        return assign == null ? null : assign.evaluate(at(bindings, result));
    }

    private static Bindings at(Bindings bindings, JsonNode input) {
        return input == bindings.input() ? bindings : bindings.withInput(input);
    }
}
