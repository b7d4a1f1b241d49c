package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a task's parameters. Collects all that is wrong with them, in the words of Step Functions, instead of the first. */
final class Fields {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

    private final JsonNode parameters;
    private final List<String> problems = new ArrayList<>();

    Fields(JsonNode parameters, Set<String> known) {
        this.parameters = parameters;
        parameters.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add("The field \"" + name + "\" is not supported by Step Functions"));
    }

    /** @throws TaskFailure if something is wrong */
    void check() throws TaskFailure {
        if (!problems.isEmpty()) {
            throw TaskFailure.ofParameters(parameters, problems);
        }
    }

    void invalid(String field) {
        String problem = "The value of the field '" + field + "' has an invalid format";
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void missing(String field) {
        problems.add("The field '" + field + "' is required but was missing");
    }

    JsonNode value(String field) {
        return parameters.path(field);
    }

    /** Returns a value; null if it is not there, or JSON null. */
    @Nullable
    JsonNode optional(String field) {
        JsonNode value = parameters.path(field);
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    String text(String field) {
        return text(field, optional(field));
    }

    String text(String field, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            missing(field);
            return "";
        }
        if (!value.isString()) {
            invalid(field);
        }
        return value.asString("");
    }

    /** Returns a text; empty if it is not there. */
    String optionalText(String field) {
        return optional(field) == null ? "" : text(field);
    }

    String method() {
        String method = text("Method");
        if (optional("Method") != null && !METHODS.contains(method)) {
            invalid("Method");
        }
        return method;
    }

    /** @param forbidden matches the names, in lower case, that a task may not set */
    Map<String, List<String>> headers(Pattern forbidden) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        JsonNode given = optional("Headers");
        if (given == null || !given.isObject()) {
            if (given != null) {
                invalid("Headers");
            }
            return headers;
        }
        List<String> refused = new ArrayList<>();
        given.properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (forbidden.matcher(name).matches()) {
                refused.add(name);
            } else if (!header.getValue().isNull()) {
                headers.put(header.getKey(), values(header.getValue()));
            }
        });
        if (!refused.isEmpty()) {
            problems.add("The 'Headers' field contains unsupported values: " + refused);
        }
        return headers;
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(Query::scalar).toList() : List.of(Query.scalar(value));
    }

    List<Query.Parameter> query() {
        try {
            return Query.read(value("QueryParameters"));
        } catch (IllegalArgumentException e) {
            invalid("QueryParameters");
            return List.of();
        }
    }
}
