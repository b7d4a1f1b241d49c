package dev.stepwright.server.trial;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.JsonPathExpressions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The stages that data goes through in a JSONPath state, each on its own. The plan of the state has been made: its fields are right. */
final class JsonPathStages {
    private final JsonNode fields;
    private final Bindings bindings;
    private final Inspection seen;

    JsonPathStages(TriedState tried, Bindings bindings, Inspection seen) {
        this.fields = tried.state().json();
        this.bindings = bindings;
        this.seen = seen;
    }

    /** Notes and returns what {@code InputPath} gives. */
    JsonNode inputPath() {
        JsonNode path = fields.get("InputPath");
        JsonNode input = path == null
                ? bindings.input()
                : path.isNull()
                        ? JsonNodeFactory.instance.objectNode()
                        : JsonPathExpressions.path(path.stringValue(), "InputPath")
                                .evaluate(bindings);
        seen.put("afterInputPath", input);
        return input;
    }

    /** Notes and returns what {@code Parameters} give. */
    JsonNode parameters(JsonNode input) {
        JsonNode template = fields.get("Parameters");
        JsonNode effective = template == null
                ? input
                : JsonPathExpressions.template(template, "Parameters").evaluate(bindings.withInput(input));
        seen.put("afterParameters", effective);
        return effective;
    }

    /** Notes what {@code ResultSelector} and {@code ResultPath} make of a result. */
    void result(JsonNode result) {
        JsonNode template = fields.get("ResultSelector");
        JsonNode selected = template == null
                ? result
                : JsonPathExpressions.template(template, "ResultSelector").evaluate(bindings.withInput(result));
        seen.put("afterResultSelector", selected);
        JsonNode path = fields.get("ResultPath");
        JsonNode combined = path == null
                ? selected
                : path.isNull()
                        ? bindings.input()
                        : JsonPathExpressions.resultPath(path.stringValue()).insert(bindings.input(), selected);
        seen.put("afterResultPath", combined);
    }
}
