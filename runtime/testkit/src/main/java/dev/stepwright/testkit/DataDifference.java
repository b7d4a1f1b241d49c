package dev.stepwright.testkit;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.json.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A place at which two JSON values differ.
 *
 * @param then the value there, missing if there is none
 * @param now the other one
 */
record DataDifference(JsonPointer place, JsonNode then, JsonNode now) {
    /** What the service says of what goes wrong in it: it numbers events, and its words are not ours. */
    private static final Pattern CAUSE =
            Pattern.compile("^An error occurred while executing the state '.*' \\(entered at the event id #\\d+\\)\\.");

    private static final String MASKS = "\uFFFF+";

    /** Returns the places at which values differ, as far down as possible. */
    static List<DataDifference> between(JsonNode then, JsonNode now) {
        List<DataDifference> found = new ArrayList<>();
        add(JsonPointer.empty(), then, now, found);
        return found;
    }

    private static void add(JsonPointer place, JsonNode then, JsonNode now, List<DataDifference> found) {
        if (then.isObject() && now.isObject()) {
            Set<String> names = new LinkedHashSet<>(then.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> add(place.appendProperty(name), then.path(name), now.path(name), found));
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                add(place.appendIndex(i), then.get(i), now.get(i), found);
            }
        } else if (!JsonValues.equal(then, now) && !areSameTexts(then, now)) {
            found.add(new DataDifference(place, then, now));
        }
    }

    private static boolean areSameTexts(JsonNode then, JsonNode now) {
        return then.isString() && now.isString() && areSameTexts(then.stringValue(), now.stringValue());
    }

    /** Only a deployment knows what a placeholder stands for. */
    static boolean areSameTexts(String then, String now) {
        return then.equals(now)
                || CAUSE.matcher(then).find() && CAUSE.matcher(now).find()
                || Placeholders.areIn(now) && pattern(now).matcher(then).matches();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(Placeholders.masked(text).split(MASKS, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s\\S]*")));
    }

    @Override
    public String toString() {
        String where = place.toString().isEmpty() ? "" : place + ": ";
        return where + text(then) + " -> " + text(now);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : JsonText.excerpt(value);
    }
}
