package dev.stepwright.conversion;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fields of JSONPath, and those of JSONata in their places. */
final class JsonPathFields {
    /** The fields that JSONata does not have, under other names or not at all. */
    private static final Set<String> ALL = Set.of(
            "InputPath",
            "OutputPath",
            "Parameters",
            "ResultSelector",
            "ResultPath",
            "Result",
            "ItemsPath",
            "SecondsPath",
            "TimestampPath",
            "ErrorPath",
            "CausePath",
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "MaxConcurrencyPath",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentagePath",
            "MaxItemsPath",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatchPath",
            "QueryLanguage");

    private JsonPathFields() {}

    /** Returns what the field whose value a path leads to is called where it has its value. */
    static String withoutPath(String field) {
        return ALL.contains(field) ? field.replaceFirst("Path$", "") : field;
    }

    /** Each new field stands where the first of the old ones stood that it is made of. */
    static ObjectNode replaced(JsonNode json, Map<String, JsonNode> made, UnaryOperator<String> names) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(member -> {
            String name = names.apply(member.getKey());
            JsonNode value = made.remove(name);
            if (value != null) {
                out.set(name, value);
            } else if (!ALL.contains(member.getKey()) && !out.has(name)) {
                out.set(name, member.getValue());
            }
        });
        return out;
    }
}
