package dev.stepwright.runtime.planning;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.ResultPath;
import dev.stepwright.runtime.plan.Flow;
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
        return parameters == null ? input : parameters.evaluate(bindings.withInput(input));
    }

    @Override
    public JsonNode output(Bindings bindings, JsonNode result) {
        JsonNode selected = resultSelector == null ? result : resultSelector.evaluate(bindings.withInput(result));
        JsonNode combined = combine(bindings.input(), selected);
        return outputPath == null ? combined : outputPath.evaluate(bindings.withInput(combined));
    }

    @Override
    public @Nullable ResultPath insertion() {
        return resultSelector == null && outputPath == null ? resultPath : null;
    }

    private JsonNode combine(JsonNode raw, JsonNode result) {
        if (discardsResult) {
            return raw;
        }
        return resultPath == null ? result : resultPath.insert(raw, result);
    }

    @Override
    public @Nullable JsonNode assigned(Bindings bindings, JsonNode result) {
        return assign == null ? null : assign.evaluate(bindings.withInput(result));
    }
}
