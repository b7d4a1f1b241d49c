package dev.stepwright.services.http;

import dev.stepwright.json.JsonText;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Parameters of a URL or of a form, and their text. */
final class Query {
    private Query() {}

    /** One parameter, not encoded. */
    record Parameter(String name, String value) {}

    /**
     * Reads the {@code QueryParameters} of a task: an object, whose arrays give a parameter for each of their elements; a text that is a query
     * already; or an array of these.
     *
     * @throws IllegalArgumentException if they are something else
     */
    static List<Parameter> read(JsonNode parameters) {
        List<Parameter> read = new ArrayList<>();
        if (parameters.isObject()) {
            parameters.properties().forEach(member -> add(member.getKey(), member.getValue(), read));
        } else if (parameters.isString()) {
            addAll(parameters.stringValue(), read);
        } else if (parameters.isArray()) {
            parameters.forEach(element -> read.addAll(read(element)));
        } else if (!parameters.isNull() && !parameters.isMissingNode()) {
            throw new IllegalArgumentException("query parameters must be an object, a string or an array");
        }
        return read;
    }

    private static void add(String name, JsonNode value, List<Parameter> to) {
        if (value.isArray()) {
            value.forEach(element -> add(name, element, to));
        } else if (!value.isNull()) {
            to.add(new Parameter(name, scalar(value)));
        }
    }

    private static void addAll(String query, List<Parameter> to) {
        for (String part : query.split("&", -1)) {
            int at = part.indexOf('=');
            if (!part.isEmpty()) {
                to.add(
                        at < 0
                                ? new Parameter(decoded(part), "")
                                : new Parameter(decoded(part.substring(0, at)), decoded(part.substring(at + 1))));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns a value as text: all but texts as JSON. */
    static String scalar(JsonNode value) {
        return value.isString() ? value.stringValue() : JsonText.compact(value);
    }

    static String text(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
