package dev.stepwright.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The fields of an object that no call says yet. */
final class Rest {
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    Rest(JsonNode object) {
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    }

    /** Takes a field whose value a call can say; leaves it, and is empty, if the field is absent or has another value. */
    Optional<JsonNode> take(String name, Predicate<JsonNode> sayable) {
        JsonNode value = fields.get(name);
        if (value == null || !sayable.test(value)) {
            return Optional.empty();
        }
        fields.remove(name);
        return Optional.of(value);
    }

    Optional<String> takeString(String name) {
        return takeString(name, text -> true);
    }

    Optional<String> takeString(String name, Predicate<String> sayable) {
        return take(name, value -> value.isString() && sayable.test(value.stringValue()))
                .map(JsonNode::stringValue);
    }

    /** Takes a whole number within an {@code int}. */
    Optional<Integer> takeInt(String name, int least) {
        return take(name, value -> isInt(value, least))
                .map(value -> value.decimalValue().intValueExact());
    }

    private static boolean isInt(JsonNode value, int least) {
        return Literals.number(value)
                .filter(text -> text.matches("-?\\d+") && Integer.parseInt(text) >= least)
                .isPresent();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    void drop(String name) {
        fields.remove(name);
    }

    /** Returns the expression with one {@code with} for each field that is left. */
    Code with(Code code) {
        return with(code, "");
    }

    /** Like {@link #with(Code)}, for an object that stands somewhere within the state. */
    Code with(Code code, String place) {
        Code all = code;
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            String name = field.getKey();
            boolean pointer = !place.isEmpty() || name.startsWith("/");
            String where = pointer
                    ? (place.isEmpty() ? "/" : place) + name.replace("~", "~0").replace("/", "~1")
                    : name;
            all = all.then(Code.call("with", Literals.string(where), Literals.value(field.getValue())));
        }
        return all;
    }
}
