package dev.stepwright.jsonata;

import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.jsonata.value.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates one expression a line: reads {@code {"expr", "input"?, "bindings"?, "timelimit"?, "depth"?}} and answers each with a line
 * {@code {"result": ...}}, {@code {"undefined": true}} or {@code {"error": {"code", "position", "token"?, "message"}}}. Time is in
 * milliseconds. Without input the context is undefined.
 */
public final class LineProtocol {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FunctionLibrary library;

    /** @param library what the expressions can call */
    public LineProtocol(FunctionLibrary library) {
        this.library = library;
    }

    /** Answers every line until the end of the input; empty lines are passed over. */
    public void serve(BufferedReader in, Writer out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                out.write(answer(line));
                out.write('\n');
                out.flush();
            }
        }
    }

    /** Returns the answer to one line, without a line break. */
    public String answer(String line) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode request = JSON.readTree(line);
            JsonNode input = request.has("input") ? request.get("input") : MissingNode.getInstance();
            JsonNode result =
                    Jsonata.parse(request.path("expr").asString(""), library).evaluate(input, surroundings(request));
            if (result.isMissingNode()) {
                answer.put("undefined", true);
            } else {
                answer.set("result", result);
            }
        } catch (JsonataException error) {
            answer.set("error", error(error.code(), error.position(), error.getMessage()));
            if (error.token() != null) {
                answer.withObject("error").put("token", error.token());
            }
        } catch (JacksonException notJson) {
            answer.set("error", error("S0500", -1, "Not a JSON object: " + notJson.getOriginalMessage()));
        } catch (IllegalArgumentException wrongBound) {
            answer.set("error", error("S0500", -1, String.valueOf(wrongBound.getMessage())));
        }
        return JsonText.compact(answer);
    }

    private static ObjectNode error(String code, int position, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("code", code);
        if (position >= 0) {
            error.put("position", position);
        }
        return error.put("message", message);
    }

    private static Surroundings surroundings(JsonNode request) {
        Map<String, JsonNode> bindings = new HashMap<>();
        request.path("bindings").properties().forEach(entry -> bindings.put(entry.getKey(), entry.getValue()));
        Bounds bounds = Bounds.DEFAULT;
        if (request.path("timelimit").isNumber()) {
            bounds = bounds.withTime(Duration.ofMillis(request.path("timelimit").asLong(0)));
        }
        if (request.path("depth").isNumber()) {
            bounds = bounds.withDepth(request.path("depth").asInt(0));
        }
        return Surroundings.DEFAULT.withBindings(bindings).withBounds(bounds);
    }
}
