package dev.stepwright.runtime.conformance;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what was recorded with what came out. The recorded side may hold wildcards, {@code <?name?>}. */
final class Differences {
    private static final Pattern WILDCARD = Pattern.compile("<\\?[^?]*\\?>");
    private static final List<String> LATER_MEMBERS = List.of("RedriveCount", "RedriveStatus", "RedriveStatusReason");
    private static final String OPTIONAL = "<?optional?>";

    private final List<String> found = new ArrayList<>();

    static List<String> between(JsonNode expected, @Nullable JsonNode actual, String place) {
        Differences differences = new Differences();
        differences.compare(expected, actual, place);
        return differences.found;
    }

    private void compare(JsonNode expected, @Nullable JsonNode actual, String place) {
        String text = expected.isString() ? expected.stringValue() : "";
        if (text.equals(OPTIONAL) || text.equals("<?any?>")) {
            return;
        }
        if (actual == null) {
            add(place, expected, "nothing");
        } else if (expected.isObject()) {
            compareObjects(expected, parsed(actual), place);
        } else if (expected.isArray()) {
            compareArrays(expected, parsed(actual), place);
        } else if (expected.isString()) {
            compareTexts(marked(text), actual, place);
        } else if (expected.isNumber() && actual.isNumber()) {
            double a = expected.doubleValue();
            double b = actual.doubleValue();
            if (a != b && Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b))) {
                add(place, expected, JsonText.excerpt(actual));
            }
        } else if (!expected.equals(actual)) {
            add(place, expected, JsonText.excerpt(actual));
        }
    }

    private static JsonNode parsed(JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        try {
            return JsonDocument.parse(value.stringValue()).root();
        } catch (JsonSyntaxException e) {
            return value;
        }
    }

    private void compareObjects(JsonNode expected, JsonNode actual, String place) {
        if (!actual.isObject()) {
            add(place, expected, JsonText.excerpt(actual));
            return;
        }
        Set<String> rest = new LinkedHashSet<>(actual.propertyNames());
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            String key = member.getKey();
            JsonNode value = actual.get(key);
            if (value != null) {
                rest.remove(key);
                compare(member.getValue(), value, place + "." + key);
            } else if (key.contains("<?")) {
                rest.removeIf(other -> matches(key, other));
            } else if (!member.getValue().isString()
                    || !OPTIONAL.equals(member.getValue().stringValue())) {
                add(place + "." + key, member.getValue(), "nothing");
            }
        }
        rest.removeAll(LATER_MEMBERS); // recordings from before redrive came, in November 2023, lack these
        if (!rest.isEmpty()) {
            found.add(place + ": unexpected " + rest);
        }
    }

    private void compareArrays(JsonNode expected, JsonNode actual, String place) {
        if (!actual.isArray() || actual.size() != expected.size()) {
            add(place, expected, JsonText.excerpt(actual));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), actual.get(i), place + "[" + i + "]");
        }
    }

    private void compareTexts(String expected, JsonNode actual, String place) {
        String text = actual.isString() ? actual.stringValue() : JsonText.compact(actual);
        if (expected.contains("<?")) {
            boolean fits = matches(expected, text)
                    || (expected.startsWith("{") || expected.startsWith("["))
                            && matches(squashed(expected), squashed(text));
            if (!fits || text.isEmpty()) {
                found.add(place + ": expected like " + expected + ", got " + text);
            }
        } else if (!actual.isString() || !expected.equals(text) && !sameJson(expected, text, place)) {
            found.add(place + ": expected " + expected + ", got " + JsonText.excerpt(actual));
        }
    }

    private static boolean sameJson(String expected, String actual, String place) {
        try {
            JsonNode tree = JsonDocument.parse(expected).root();
            return tree.isContainer()
                    && between(tree, JsonDocument.parse(actual).root(), place).isEmpty();
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    /** Placeholders of the recordings that carry no marks. */
    private static String marked(String text) {
        return text.equals("date") || text.equals("\"date\"")
                ? "<?date?>"
                : text.replaceAll("(?<=\"stackTrace\":)\\s?\\[(?:\\]|[\\s\\S]*?\\](?=\\s*\\}))", "<?stackTrace?>");
    }

    private static String squashed(String text) {
        return text.replaceAll("(?<=[:,])\\s+", "");
    }

    private static boolean matches(String expected, String actual) {
        StringBuilder pattern = new StringBuilder();
        String separator = "";
        for (String part : WILDCARD.split(expected, -1)) {
            pattern.append(separator).append(Pattern.quote(part));
            separator = "[\\s\\S]*?";
        }
        return Pattern.matches(pattern.toString(), actual);
    }

    private void add(String place, JsonNode expected, String actual) {
        found.add(place + ": expected " + JsonText.excerpt(expected) + ", got " + actual);
    }
}
