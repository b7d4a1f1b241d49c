package dev.stepwright.permission;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.json.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A statement of a policy that somebody has written.
 *
 * @param condition null if there is none
 */
record PolicyStatement(
        boolean isDeny,
        Names actions,
        Names resources,
        @Nullable JsonNode condition) {
    /** Allows everything. */
    static final PolicyStatement ALL = new PolicyStatement(false, Names.EACH, Names.EACH, null);

    /** How much of a need a statement is about. */
    enum Part {
        ALL,
        SOME,
        NONE
    }

    /**
     * A text that patterns are compared with.
     *
     * @param open the same with a wildcard for each placeholder, which may be filled with anything
     */
    private record Text(String text, String open) {
        static Text of(String text) {
            String masked = Placeholders.masked(text);
            return new Text(text, Placeholders.isMasked(masked) ? masked.replaceAll("\uFFFF+", "*") : text);
        }
    }

    /** A need, taken apart once for all statements. */
    record Asked(Need need, Text action, Text resource) {
        static Asked of(Need need) {
            return new Asked(need, Text.of(need.action().toLowerCase(Locale.ROOT)), Text.of(need.resource()));
        }
    }

    /**
     * The patterns of a statement.
     *
     * @param isNot whether all else is meant: {@code NotAction}, {@code NotResource}
     */
    record Names(List<Text> patterns, boolean isNot) {
        static final Names EACH = new Names(List.of(Text.of("*")), false);

        static Names of(JsonNode statement, String field, UnaryOperator<String> spelling) {
            boolean isNot = statement.has("Not" + field);
            JsonNode value = statement.path(isNot ? "Not" + field : field);
            Stream<JsonNode> values = value.isString() ? Stream.of(value) : value.valueStream();
            List<Text> patterns = values.filter(JsonNode::isString)
                    .map(pattern -> Text.of(spelling.apply(pattern.stringValue())))
                    .toList();
            if (patterns.isEmpty()) {
                throw new IllegalArgumentException("a statement of a policy needs " + field + " or Not" + field
                        + ", a string or a list of strings: " + JsonText.excerpt(statement));
            }
            return new Names(patterns, isNot);
        }

        Part part(Text name) {
            Part inside = Part.NONE;
            for (Text pattern : patterns) {
                if (Wildcards.covers(pattern.text, name.text)) {
                    return isNot ? Part.NONE : Part.ALL;
                }
                if (inside == Part.NONE && Wildcards.meet(pattern.open, name.open)) {
                    inside = Part.SOME;
                }
            }
            return isNot && inside == Part.NONE ? Part.ALL : inside;
        }

        @Override
        public String toString() {
            return (isNot ? "all but " : "") + patterns.stream().map(Text::text).collect(Collectors.joining(", "));
        }
    }

    static PolicyStatement of(JsonNode json) {
        String effect = json.path("Effect").asString("");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new IllegalArgumentException(
                    "a statement of a policy needs the Effect Allow or Deny: " + JsonText.excerpt(json));
        }
        return new PolicyStatement(
                effect.equals("Deny"),
                Names.of(json, "Action", action -> action.toLowerCase(Locale.ROOT)),
                Names.of(json, "Resource", UnaryOperator.identity()),
                json.get("Condition"));
    }

    Part part(Asked asked) {
        if (actions.part(asked.action) == Part.NONE) {
            return Part.NONE;
        }
        Part ofResource = resources.part(asked.resource);
        return ofResource == Part.ALL && !isUnconditional(asked.need) ? Part.SOME : ofResource;
    }

    /** Returns whether the statement counts whenever there is the need. */
    private boolean isUnconditional(Need need) {
        return condition == null
                || condition.isEmpty()
                || !isDeny
                        && need.condition()
                                .filter(needed -> JsonValues.equal(needed, condition))
                                .isPresent();
    }

    /** Returns why the statement decides a need in part only. */
    String doubt(Need need) {
        return isUnconditional(need)
                ? "a statement is on " + resources + "; the definition does not say which resources it uses"
                : "a statement has the condition " + condition;
    }
}
