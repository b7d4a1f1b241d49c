package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The {@code Assign} of a state or of a way out of it, as one call for each variable. */
record Assignments(ClassParts parts, QueryLanguage language) {
    private static final String PATH = ".$";

    /** Returns the state with its variables. */
    Code of(Rest rest, Code code) {
        Code all = code;
        for (List<Code> variable : variables(rest)) {
            all = all.then(new Code.Call("assign", variable));
        }
        return all;
    }

    /** Returns a flow that begins with setting the variables. */
    Code before(Rest rest, Code flow) {
        Code all = flow;
        List<List<Code>> variables = new ArrayList<>(variables(rest));
        Collections.reverse(variables);
        for (List<Code> variable : variables) {
            all = Code.call("assigning", variable.get(0), variable.get(1), all);
        }
        return all;
    }

    /** Each variable with its value. */
    private List<List<Code>> variables(Rest rest) {
        Optional<JsonNode> assign = rest.take("Assign", this::isSayable);
        return assign.stream()
                .flatMap(fields -> fields.properties().stream())
                .map(variable -> List.of(Code.word(parts.variable(name(variable.getKey()))), value(variable)))
                .toList();
    }

    private Code value(Map.Entry<String, JsonNode> variable) {
        return isPath(variable.getKey())
                ? Expressions.path(variable.getValue().stringValue(), Document.UNKNOWN)
                : Expressions.template(variable.getValue(), Document.UNKNOWN, language);
    }

    private String name(String key) {
        return isPath(key) ? key.substring(0, key.length() - PATH.length()) : key;
    }

    private boolean isPath(String key) {
        return language == QueryLanguage.JSONPATH && key.endsWith(PATH);
    }

    boolean isSayable(JsonNode assign) {
        Set<String> names = assign.properties().stream()
                .map(Map.Entry::getKey)
                .map(this::name)
                .collect(Collectors.toSet());
        return assign.isObject()
                && !assign.isEmpty()
                && names.size() == assign.size()
                && assign.properties().stream()
                        .allMatch(variable -> !isPath(variable.getKey())
                                || variable.getValue().isString());
    }
}
