package dev.stepwright.server.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a request, or of a structure in it. Reading collects what violates the model, so that one answer names it
 * all; {@link #check} must be called before the values are used. A member that is null counts as absent, as with AWS.
 */
public final class Members {
    private final JsonNode json;
    private final String prefix;
    private final Violations violations;
    private final Set<String> asked = new HashSet<>();

    private Members(JsonNode json, String prefix, Violations violations) {
        this.json = json;
        this.prefix = prefix;
        this.violations = violations;
    }

    /**
     * Returns the members of a request's body.
     *
     * @throws ApiError {@code SerializationException} if the body is no object
     */
    public static Members of(JsonNode body) {
        if (!body.isObject()) {
            throw ApiError.serialization(describe(body) + " can not be converted to a Structure");
        }
        return new Members(body, "", new Violations());
    }

    /**
     * Throws if a member violated the model.
     *
     * @throws ApiError {@code ValidationException} that names every violation
     */
    public void check() {
        violations.check();
    }

    /** Returns the JSON that they are in. */
    JsonNode json() {
        return json;
    }

    /** Returns the names of those that have been asked for. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** Returns a required text; an empty one where it is missing. */
    public String text(String member, Length length) {
        String text = optionalText(member, length);
        if (text == null) {
            violations.missing(prefix + member, length);
            return "";
        }
        return text;
    }

    /** Returns a text, or null. */
    public @Nullable String optionalText(String member, Length length) {
        JsonNode value = find(member);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw ApiError.serialization(describe(value) + " can not be converted to a String");
        }
        violations.check(prefix + member, value.stringValue(), length);
        return value.stringValue();
    }

    /** Returns a text that must match a pattern as a whole; an empty one where it is missing. */
    public String matching(String member, Length length, String pattern) {
        String text = text(member, length);
        if (!text.isEmpty() && !text.matches(pattern)) {
            violations.add(prefix + member, text, "Member must satisfy regular expression pattern: " + pattern);
        }
        return text;
    }

    /** Returns a text that must match a pattern as a whole, or null. */
    public @Nullable String optionalMatching(String member, Length length, String pattern) {
        return find(member) == null ? null : matching(member, length, pattern);
    }

    /** Returns one of the given words, or null. */
    public @Nullable String word(String member, List<String> allowed) {
        String text = optionalText(member, Length.ANY);
        if (text != null && !allowed.contains(text)) {
            violations.add(prefix + member, text, "Member must satisfy enum value set: " + allowed);
            return null;
        }
        return text;
    }

    /** Returns one of the given words; the first where it is missing. */
    public String requiredWord(String member, List<String> allowed) {
        if (find(member) == null) {
            violations.missing(prefix + member);
        }
        String word = word(member, allowed);
        return word == null ? allowed.get(0) : word;
    }

    /** Returns whether a flag is set; false where it is absent. */
    public boolean flag(String member) {
        return flag(member, false);
    }

    /** Returns whether a flag is set. */
    public boolean flag(String member, boolean otherwise) {
        JsonNode value = find(member);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw ApiError.serialization(describe(value) + " can not be converted to a Boolean");
        }
        return value.booleanValue();
    }

    /** Returns a whole number, or null. */
    public @Nullable Integer number(String member, int atLeast, int atMost) {
        JsonNode value = find(member);
        if (value != null && value.isNumber() && value.doubleValue() != Math.rint(value.doubleValue())) {
            throw ApiError.serialization("NUMBER_VALUE can not be converted to an Integer: " + value);
        }
        Double number = number(member, "an Integer", atLeast, atMost);
        return number == null ? null : (Integer) number.intValue();
    }

    /** Returns a number, or null. */
    public @Nullable Double real(String member, long atLeast, long atMost) {
        return number(member, "a Double", atLeast, atMost);
    }

    private @Nullable Double number(String member, String type, long atLeast, long atMost) {
        JsonNode value = find(member);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw ApiError.serialization(describe(value) + " can not be converted to " + type);
        }
        double number = value.doubleValue();
        if (number > atMost) {
            violations.add(prefix + member, plain(value), "Member must have value less than or equal to " + atMost);
        } else if (number < atLeast) {
            violations.add(prefix + member, plain(value), "Member must have value greater than or equal to " + atLeast);
        }
        return number;
    }

    /** Returns how many items a page may have: {@code maxResults}, which is absent or 0 for the default. */
    public int pageSize(int atMost) {
        Integer asked = number("maxResults", 0, atMost);
        return asked == null || asked == 0 ? 100 : asked;
    }

    /** Returns a structure, or null. */
    public <T> @Nullable T structure(String member, Function<Members, T> reader) {
        JsonNode value = find(member);
        return value == null ? null : reader.apply(nested(value, member + "."));
    }

    /** Returns a list of structures, or null. */
    public <T> @Nullable List<T> structures(String member, Function<Members, T> reader) {
        JsonNode value = list(member);
        if (value == null) {
            return null;
        }
        List<T> items = new ArrayList<>();
        for (JsonNode item : value) {
            items.add(reader.apply(nested(item, member + "." + (items.size() + 1) + ".member.")));
        }
        return items;
    }

    /** Returns a list of texts, or null. */
    public @Nullable List<String> texts(String member, Length length) {
        JsonNode value = list(member);
        if (value == null) {
            return null;
        }
        List<String> items = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw ApiError.serialization(describe(item) + " can not be converted to a String");
            }
            items.add(item.stringValue());
            violations.check(prefix + member + "." + items.size() + ".member", item.stringValue(), length);
        }
        return items;
    }

    /** Returns what is read of a required member; the given value where it is missing. */
    public <T> T required(String member, @Nullable T value, T otherwise) {
        if (value == null) {
            violations.missing(prefix + member);
            return otherwise;
        }
        return value;
    }

    /**
     * Adds a violation if a list is shorter or longer than allowed.
     *
     * @param shown how a violation shows an item
     */
    public <T> List<T> sized(String member, List<T> items, Length length, Function<T, String> shown) {
        if (items.size() < length.atLeast() || items.size() > length.atMost()) {
            String constraint = items.isEmpty()
                    ? "Member must have length greater than or equal to " + length.atLeast()
                    : "Member must have length less than or equal to " + length.atMost();
            violations.add(prefix + member, items.stream().map(shown).toList().toString(), constraint);
        }
        return items;
    }

    private @Nullable JsonNode list(String member) {
        JsonNode value = find(member);
        if (value != null && !value.isArray()) {
            throw ApiError.serialization(describe(value) + " can not be converted to a List");
        }
        return value;
    }

    private Members nested(JsonNode value, String path) {
        if (!value.isObject()) {
            throw ApiError.serialization(describe(value) + " can not be converted to a Structure");
        }
        return new Members(value, prefix + path, violations);
    }

    private @Nullable JsonNode find(String member) {
        asked.add(member);
        JsonNode value = json.get(member);
        return value == null || value.isNull() ? null : value;
    }

    private static String plain(JsonNode number) {
        return number.isIntegralNumber() ? number.bigIntegerValue().toString() : number.toString();
    }

    private static String describe(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        return switch (value.getNodeType()) {
            case NUMBER -> "NUMBER_VALUE";
            case STRING -> "STRING_VALUE";
            case ARRAY -> "START_ARRAY";
            case OBJECT -> "START_OBJECT";
            default -> "NULL_VALUE";
        };
    }
}
