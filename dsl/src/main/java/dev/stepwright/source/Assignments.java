package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The {@code Assign} of a state as one call for each variable. */
record Assignments(ClassParts parts, QueryLanguage language) {
    private static final String PATH = ".$";

    Code of(Rest rest, Code code) {
        Optional<JsonNode> assign = rest.take("Assign", this::isSayable);
        if (assign.isEmpty()) {
            return code;
        }
        Code all = code;
        for (Map.Entry<String, JsonNode> variable : assign.get().properties()) {
            String key = variable.getKey();
            boolean path = isPath(key);
            String name = path ? key.substring(0, key.length() - PATH.length()) : key;
            Code value = path
                    ? Expressions.path(variable.getValue().stringValue(), "JsonNode", "")
                    : Expressions.template(variable.getValue(), "JsonNode", "", language);
            all = all.then(Code.call("assign", Code.word(parts.variable(name)), value));
        }
        return all;
    }

    private boolean isPath(String key) {
        return language == QueryLanguage.JSONPATH && key.endsWith(PATH);
    }

    private boolean isSayable(JsonNode assign) {
        Set<String> names = assign.properties().stream()
                .map(Map.Entry::getKey)
                .map(key -> isPath(key) ? key.substring(0, key.length() - PATH.length()) : key)
                .collect(Collectors.toSet());
        return assign.isObject()
                && !assign.isEmpty()
                && names.size() == assign.size()
                && assign.properties().stream()
                        .allMatch(variable -> !isPath(variable.getKey())
                                || variable.getValue().isString());
    }
}
