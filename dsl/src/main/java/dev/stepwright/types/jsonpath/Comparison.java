package dev.stepwright.types.jsonpath;

import dev.stepwright.types.lattice.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A data test of a Choice rule.
 *
 * @param operator its field, for example {@code StringEqualsPath}
 * @param need what the variable must be for the test to hold; none for tests of type and presence
 */
public record Comparison(String operator, Optional<Need> need) {
    private static final List<Map.Entry<String, Need>> FAMILIES = List.of(
            Map.entry("String", Need.STRING),
            Map.entry("Numeric", Need.NUMBER),
            Map.entry("Boolean", Need.BOOLEAN),
            Map.entry("Timestamp", Need.TIMESTAMP));

    /** Returns the test of a rule; none if it has no operator or more than one. */
    static Optional<Comparison> of(JsonNode rule) {
        List<Comparison> found = rule.propertyNames().stream()
                .map(Comparison::of)
                .flatMap(Optional::stream)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<Comparison> of(String field) {
        for (Map.Entry<String, Need> family : FAMILIES) {
            if (field.startsWith(family.getKey())) {
                return Optional.of(new Comparison(field, Optional.of(family.getValue())));
            }
        }
        boolean test = field.startsWith("Is") && field.length() > 2;
        return test ? Optional.of(new Comparison(field, Optional.empty())) : Optional.empty();
    }

    /** Returns whether the other side of the comparison is a path. */
    boolean isWithPath() {
        return operator.endsWith("Path");
    }
}
