package dev.stepwright.benchmarks.jsonata;

import com.dashjoin.jsonata.json.Json;
import dev.stepwright.json.JsonValues;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.JsonataExpression;
import dev.stepwright.jsonata.value.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Expressions, the value of one being the input of the next, on both engines. Each has documents in the form it is made for: Jackson trees for ours,
 * maps and lists for dashjoin's, so neither pays for a conversion. Not for use by several threads.
 */
public final class Contest {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final JsonNode input;
    private final @Nullable Object plainInput;
    private final List<JsonataExpression> ours = new ArrayList<>();
    private final List<com.dashjoin.jsonata.Jsonata> theirs = new ArrayList<>();

    /** @throws IllegalStateException if the two engines do not agree on the value */
    public Contest(List<String> expressions, JsonNode input) {
        this.input = input;
        this.plainInput = Json.parseJson(input.toString());
        for (String expression : expressions) {
            ours.add(Jsonata.parse(expression));
            theirs.add(com.dashjoin.jsonata.Jsonata.jsonata(expression));
        }
        JsonNode value = stepwright();
        JsonNode other = JSON.valueToTree(dashjoin());
        if (!JsonValues.equal(value, other)) {
            throw new IllegalStateException(expressions + " is " + value + " here, but " + other + " there");
        }
    }

    static Contest of(ExpressionCase one) {
        return new Contest(List.of(one.text()), one.input());
    }

    /** Returns the value that our engine finds. */
    public JsonNode stepwright() {
        JsonNode value = input;
        for (JsonataExpression expression : ours) {
            JsonNode states = JsonNodeFactory.instance.objectNode().set("input", value);
            value = expression.evaluate(
                    JsonNodeFactory.instance.missingNode(),
                    Surroundings.DEFAULT.withBindings(Map.of("states", states)));
        }
        return value;
    }

    /** Returns the value that dashjoin's finds. */
    public @Nullable Object dashjoin() {
        Object value = plainInput;
        for (com.dashjoin.jsonata.Jsonata expression : theirs) {
            var frame = expression.createFrame();
            frame.bind("states", Map.of("input", value));
            value = expression.evaluate(null, frame);
        }
        return value;
    }
}
