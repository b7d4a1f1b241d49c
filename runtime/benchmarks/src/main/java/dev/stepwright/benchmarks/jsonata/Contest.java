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

    private final Surroundings ourInput;
    private final com.dashjoin.jsonata.Jsonata.Frame theirInput;
    private final List<JsonataExpression> ours = new ArrayList<>();
    private final List<com.dashjoin.jsonata.Jsonata> theirs = new ArrayList<>();

    /** @throws IllegalStateException if the two engines do not agree on the value */
    public Contest(List<String> expressions, JsonNode input) {
        for (String expression : expressions) {
            ours.add(Jsonata.parse(expression));
            theirs.add(com.dashjoin.jsonata.Jsonata.jsonata(expression));
        }
        ourInput = bound(input);
        theirInput = bound(theirs.get(0), Json.parseJson(input.toString()));
        JsonNode value = stepwright();
        JsonNode other = JSON.valueToTree(dashjoin());
        if (!JsonValues.equal(value, other)) {
            throw new IllegalStateException(
                    expressions + " is " + start(value) + " here, but " + start(other) + " there");
        }
    }

    private static String start(JsonNode value) {
        String text = value.toString();
        return text.substring(0, Math.min(200, text.length()));
    }

    static Contest of(ExpressionCase one) {
        return new Contest(List.of(one.text()), one.input());
    }

    /** Returns the value that our engine finds. */
    public JsonNode stepwright() {
        JsonNode value = ours.get(0).evaluate(JsonNodeFactory.instance.missingNode(), ourInput);
        for (int i = 1; i < ours.size(); i++) {
            value = ours.get(i).evaluate(JsonNodeFactory.instance.missingNode(), bound(value));
        }
        return value;
    }

    private static Surroundings bound(JsonNode input) {
        return Surroundings.DEFAULT.withBindings(
                Map.of("states", JsonNodeFactory.instance.objectNode().set("input", input)));
    }

    /** Returns the value that dashjoin's finds. */
    public @Nullable Object dashjoin() {
        Object value = theirs.get(0).evaluate(null, theirInput);
        for (int i = 1; i < theirs.size(); i++) {
            com.dashjoin.jsonata.Jsonata expression = theirs.get(i);
            value = expression.evaluate(null, bound(expression, value));
        }
        return value;
    }

    private static com.dashjoin.jsonata.Jsonata.Frame bound(com.dashjoin.jsonata.Jsonata expression, Object input) {
        var frame = expression.createFrame();
        frame.bind("states", Map.of("input", input));
        return frame;
    }
}
