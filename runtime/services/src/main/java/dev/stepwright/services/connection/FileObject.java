package dev.stepwright.services.connection;

import dev.stepwright.services.connection.ConnectionFile.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An object in a file of connections; one that is not there has no members.
 *
 * @param place its JSON pointer
 */
record FileObject(String place, JsonNode json, Environment environment) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]*)}");

    static FileObject of(String place, JsonNode json, Environment environment) {
        if (!json.isObject()) {
            throw new IllegalArgumentException((place.isEmpty() ? "the file" : place) + " must be an object");
        }
        return new FileObject(place, json, environment);
    }

    List<String> names() {
        return new ArrayList<>(json.propertyNames());
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    void allow(String... known) {
        List<String> allowed = List.of(known);
        for (String name : names()) {
            if (!allowed.contains(name)) {
                throw wrong(name, "is unknown; the names are " + allowed);
            }
        }
    }

    IllegalArgumentException wrong(String name, String problem) {
        return new IllegalArgumentException(place + "/" + name + " " + problem);
    }

    FileObject object(String name) {
        JsonNode member = json.path(name);
        return of(
                place + "/" + name,
                member.isMissingNode() ? JsonNodeFactory.instance.objectNode() : member,
                environment);
    }

    String text(String name) {
        JsonNode member = json.path(name);
        if (!member.isString()) {
            throw wrong(name, member.isMissingNode() ? "is missing" : "must be a string");
        }
        return VARIABLE.matcher(member.stringValue()).replaceAll(variable -> value(name, variable));
    }

    private String value(String name, MatchResult variable) {
        @Nullable String value = environment.value(variable.group(1));
        if (value == null) {
            throw wrong(name, "needs the environment variable \"" + variable.group(1) + "\", which is not set");
        }
        return Matcher.quoteReplacement(value);
    }

    URI url(String name) {
        try {
            URI url = new URI(text(name));
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below, like all other texts that are no URL
        }
        throw wrong(name, "must be an http or https URL");
    }

    /** Returns the values of an array whose elements have a Key and a Value, as EventBridge has its parameters. */
    Map<String, String> parameters(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode array = json.path(name);
        if (!array.isMissingNode() && !array.isArray()) {
            throw wrong(name, "must be an array");
        }
        for (int i = 0; i < array.size(); i++) {
            FileObject parameter = of(place + "/" + name + "/" + i, array.get(i), environment);
            parameter.allow("Key", "Value", "IsValueSecret");
            values.put(parameter.text("Key"), parameter.text("Value"));
        }
        return values;
    }
}
