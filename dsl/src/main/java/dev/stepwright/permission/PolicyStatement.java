package dev.stepwright.permission;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.json.Placeholders;
import java.util.List;
import java.util.Locale;
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
    /** How much of a need a statement is about. */
    enum Part {
        ALL,
        SOME,
        NONE
    }

    /**
     * The patterns of a statement.
     *
     * @param isNot whether all else is meant: {@code NotAction}, {@code NotResource}
     */
    record Names(List<String> patterns, boolean isNot) {
        static Names of(JsonNode statement, String field) {
            boolean isNot = statement.has("Not" + field);
            JsonNode value = statement.path(isNot ? "Not" + field : field);
            List<String> patterns = value.isString()
                    ? List.of(value.stringValue())
                    : value.valueStream()
                            .filter(JsonNode::isString)
                            .map(JsonNode::stringValue)
                            .toList();
            if (patterns.isEmpty()) {
                throw new IllegalArgumentException("a statement of a policy needs " + field + " or Not" + field
                        + ", a string or a list of strings: " + JsonText.excerpt(statement));
            }
            return new Names(patterns, isNot);
        }

        Part part(String name) {
            boolean isCovered = patterns.stream().anyMatch(pattern -> Wildcards.covers(pattern, name));
            Part inside = isCovered ? Part.ALL : isMet(name) ? Part.SOME : Part.NONE;
            return isNot ? opposite(inside) : inside;
        }

        private boolean isMet(String name) {
            String open = open(name);
            return patterns.stream().anyMatch(pattern -> Wildcards.meet(open(pattern), open));
        }

        private static Part opposite(Part part) {
            return switch (part) {
                case ALL -> Part.NONE;
                case SOME -> Part.SOME;
                case NONE -> Part.ALL;
            };
        }

        /** A placeholder may be filled with anything. */
        private static String open(String text) {
            return Placeholders.masked(text).replaceAll("\uFFFF+", "*");
        }

        Names lowerCase() {
            return new Names(
                    patterns.stream()
                            .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                            .toList(),
                    isNot);
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
                Names.of(json, "Action").lowerCase(),
                Names.of(json, "Resource"),
                json.get("Condition"));
    }

    Part part(Need need) {
        Part ofAction = actions.part(need.action().toLowerCase(Locale.ROOT));
        if (ofAction == Part.NONE) {
            return Part.NONE;
        }
        Part ofResource = resources.part(need.resource());
        if (ofResource == Part.NONE) {
            return Part.NONE;
        }
        return ofResource == Part.ALL && isUnconditional(need) ? Part.ALL : Part.SOME;
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
                ? "a statement is on " + (resources.isNot() ? "all but " : "") + String.join(", ", resources.patterns())
                        + "; the definition does not say which resources it uses"
                : "a statement has the condition " + condition;
    }
}
