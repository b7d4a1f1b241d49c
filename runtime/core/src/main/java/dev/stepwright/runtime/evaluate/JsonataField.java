package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.ValueType;
import dev.stepwright.runtime.evaluate.dashjoin.JsonataError;
import dev.stepwright.runtime.evaluate.dashjoin.JsonataProgram;
import dev.stepwright.runtime.evaluate.dashjoin.JsonataScope;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One JSONata expression in its field. */
final class JsonataField implements Expression {
    private final JsonataProgram program;
    private final String text;
    private final String location;
    private final ValueType expected;

    JsonataField(JsonataProgram program, String text, String location, ValueType expected) {
        this.program = program;
        this.text = text;
        this.location = location;
        this.expected = expected;
    }

    @Override
    public JsonNode evaluate(Bindings bindings) {
        JsonNode value;
        try {
            value = program.evaluate(scope(bindings));
        } catch (JsonataError e) {
            throw failure(e.problem());
        }
        if (value == null) {
            throw failure("returned nothing (undefined).");
        }
        if (!expected.accepts(value)) {
            throw failure("returned an unexpected result type. Expected '" + name(expected) + "', but was '"
                    + value.getNodeType().name().toLowerCase(Locale.ROOT) + "' for value: " + Shown.of(value));
        }
        return value;
    }

    private static String name(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static JsonataScope scope(Bindings bindings) {
        Map<String, Supplier<JsonNode>> states = new LinkedHashMap<>();
        states.put("input", bindings::input);
        states.put("context", bindings.context());
        JsonNode result = bindings.result();
        if (result != null) {
            states.put("result", () -> result);
        }
        JsonNode errorOutput = bindings.errorOutput();
        if (errorOutput != null) {
            states.put("errorOutput", () -> errorOutput);
        }
        return new JsonataScope(states, bindings.variables(), bindings.chance(), bindings.now());
    }

    private EvaluationFailure failure(String problem) {
        return new EvaluationFailure(
                ErrorNames.QUERY_EVALUATION_ERROR,
                "The JSONata expression '" + text + "' specified for the field '" + location + "' " + problem,
                location);
    }
}
