package dev.stepwright.testkit.soundness;

import dev.stepwright.json.JsonValues;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What stood at the places outside when a machine ran. */
final class Places {
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[]");

    private final Run run;
    private final Map<String, String> states;
    private final boolean isExact;
    private final Map<String, List<JsonNode>> found = new HashMap<>();

    /**
     * @param states the names of the states by their pointers
     * @param isExact whether paths are those of JSONPath; those of JSONata go through arrays, so that a place is no exact spot
     */
    Places(Run run, Map<String, String> states, boolean isExact) {
        this.run = run;
        this.states = states;
        this.isExact = isExact;
    }

    /** Returns whether a value may have come from a place. */
    boolean canBe(Place place, JsonNode value) {
        List<JsonNode> roots = isExact ? roots(place) : null;
        return roots == null
                || found.computeIfAbsent(place.toString(), key -> at(place, roots)).stream()
                        .anyMatch(node -> JsonValues.equal(node, value));
    }

    private @Nullable List<JsonNode> roots(Place place) {
        Origin origin = place.origin();
        return switch (origin.source()) {
            case INPUT -> List.of(run.input());
            case RESULT ->
                run.results().getOrDefault(states.getOrDefault(origin.state().toString(), ""), List.of());
            case ITEM, UNLISTED, ANYWHERE -> null;
        };
    }

    private static List<JsonNode> at(Place place, List<JsonNode> roots) {
        List<JsonNode> values = roots;
        Matcher step =
                STEP.matcher(place.toString().substring(place.origin().label().length()));
        while (step.find()) {
            List<JsonNode> inner = new ArrayList<>();
            for (JsonNode value : values) {
                if (step.group(1) != null && value.has(step.group(1))) {
                    inner.add(value.get(step.group(1)));
                } else if (step.group(1) == null && value.isArray()) {
                    value.forEach(inner::add);
                    inner.add(value);
                    inner.add(NullNode.getInstance());
                } else if (step.group(1) == null && value.isObject()) {
                    value.properties().forEach(member -> inner.add(pair(member.getKey(), member.getValue())));
                    value.forEach(inner::add);
                    inner.add(value);
                }
            }
            values = inner;
        }
        return values;
    }

    /** A Map over an object gets its members one by one, a wildcard their values, a filter the object. */
    private static JsonNode pair(String name, JsonNode value) {
        ObjectNode pair = JsonNodeFactory.instance.objectNode();
        return pair.put("Key", name).set("Value", value);
    }
}
