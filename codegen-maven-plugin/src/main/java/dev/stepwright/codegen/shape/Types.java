package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON types that a schema allows by {@code type}.
 *
 * @param allowed their names; null if it does not say
 */
record Types(@Nullable Set<String> allowed) {
    static Types of(Schema schema, Findings findings) {
        Set<String> allowed = schema.types().isEmpty() ? null : schema.types();
        Place first = null;
        for (Place place : schema.all("type")) {
            Set<String> own = named(place.node());
            Set<String> both = allowed == null ? own : intersection(allowed, own);
            if (both.isEmpty() && first != null) {
                findings.error(
                        place,
                        Rule.CONFLICT,
                        "no value fits: this allows " + place.node() + ", but " + first.node()
                                + " is all that is allowed at " + first.where());
                return new Types(allowed);
            }
            allowed = both;
            first = place;
        }
        return new Types(allowed);
    }

    /** Returns the name of a value's type. */
    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> isWhole(value) ? "integer" : "number";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber()
                || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static Set<String> named(JsonNode type) {
        Set<String> names = new LinkedHashSet<>();
        if (type.isString()) {
            names.add(type.stringValue());
        }
        type.valueStream().forEach(each -> names.add(each.asString("")));
        if (names.contains("number")) {
            names.remove("integer");
        }
        return names;
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>();
        for (String type : one) {
            if (other.contains(type) || (type.equals("integer") && other.contains("number"))) {
                both.add(type);
            } else if (type.equals("number") && other.contains("integer")) {
                both.add("integer");
            }
        }
        return both;
    }

    boolean isUnknown() {
        return allowed == null;
    }

    boolean allowNull() {
        return allowed != null && allowed.contains("null");
    }

    boolean allow(JsonNode value) {
        String type = of(value);
        return allowed == null || allowed.contains(type) || (type.equals("integer") && allowed.contains("number"));
    }

    List<String> someButNull() {
        return allowed == null
                ? List.of()
                : allowed.stream().filter(each -> !each.equals("null")).toList();
    }
}
