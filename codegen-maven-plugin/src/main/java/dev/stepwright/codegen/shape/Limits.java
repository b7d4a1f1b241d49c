package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the limits of a value. Of several for the same, all of which hold, it takes the narrowest; contradictions are reported. */
record Limits(Findings findings) {
    /** What may not be above what. */
    private static final Map<String, List<String>> OPPOSITES = Map.of(
            "minimum", List.of("maximum", "exclusiveMaximum"),
            "exclusiveMinimum", List.of("maximum", "exclusiveMaximum"),
            "minLength", List.of("maxLength"),
            "minItems", List.of("maxItems"),
            "minProperties", List.of("maxProperties"));

    /** Returns the limits that a schema has by some keywords, in the order given. */
    List<Limit> of(Schema schema, String... keywords) {
        List<Limit> limits = new ArrayList<>();
        Map<String, Place> narrowest = new HashMap<>();
        for (String keyword : keywords) {
            List<Place> places = places(schema, keyword);
            if (keyword.equals("pattern") || keyword.equals("multipleOf")) {
                addEach(limits, keyword, places);
                continue;
            }
            Optional<Place> place = places.stream().reduce((one, other) -> narrower(keyword, one, other));
            place.ifPresent(each -> {
                narrowest.put(keyword, each);
                limits.add(new Limit(keyword, each.node()));
            });
        }
        checkOpposites(narrowest);
        return limits;
    }

    /** By draft 04, a limit is exclusive if {@code true} stands beside it. */
    private static List<Place> places(Schema schema, String keyword) {
        String other = keyword.replace("exclusiveM", "m");
        boolean isExclusive = !other.equals(keyword);
        return Stream.of(other, keyword)
                .distinct()
                .flatMap(each -> schema.all(each).stream())
                .filter(place -> !place.node().isBoolean() || keyword.equals("uniqueItems"))
                .filter(place -> place.lastStep().startsWith("exclusive") || isExclusive == isMadeExclusive(place))
                .toList();
    }

    private static boolean isMadeExclusive(Place limit) {
        String name = limit.lastStep();
        JsonNode beside = limit.parent().orElseThrow().node().path("exclusive" + name.replaceFirst("^m", "M"));
        return beside.isBoolean() && beside.booleanValue();
    }

    private static void addEach(List<Limit> limits, String keyword, List<Place> places) {
        for (Place place : places) {
            if (limits.stream().noneMatch(limit -> JsonValues.equal(limit.value(), place.node()))) {
                limits.add(new Limit(keyword, place.node()));
            }
        }
    }

    private static Place narrower(String keyword, Place one, Place other) {
        if (keyword.equals("uniqueItems")) {
            return one.node().booleanValue() ? one : other;
        }
        int order = one.node().decimalValue().compareTo(other.node().decimalValue());
        boolean lower = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
        return (lower ? order >= 0 : order <= 0) ? one : other;
    }

    private void checkOpposites(Map<String, Place> narrowest) {
        narrowest.forEach((keyword, lower) -> {
            for (String opposite : OPPOSITES.getOrDefault(keyword, List.of())) {
                Place upper = narrowest.get(opposite);
                if (upper != null && crossed(keyword, lower, opposite, upper)) {
                    findings.error(
                            upper,
                            Rule.CONFLICT,
                            "no value fits: " + opposite + " is " + JsonText.excerpt(upper.node()) + ", but " + keyword
                                    + " is " + JsonText.excerpt(lower.node()) + " at " + lower.where());
                }
            }
        });
    }

    private static boolean crossed(String lowerKeyword, Place lower, String upperKeyword, Place upper) {
        BigDecimal least = lower.node().decimalValue();
        int order = least.compareTo(upper.node().decimalValue());
        boolean open = lowerKeyword.startsWith("exclusive") || upperKeyword.startsWith("exclusive");
        return open ? order >= 0 : order > 0;
    }

    /** Returns those of the values of an enumeration that each part of the schema allows; an empty list if it is none. */
    List<JsonNode> values(Schema schema) {
        List<Place> places = new ArrayList<>(schema.all("enum"));
        places.addAll(schema.all("const"));
        List<JsonNode> values = new ArrayList<>();
        Place first = null;
        for (Place place : places) {
            List<JsonNode> own =
                    place.lastStep().equals("enum") ? place.node().valueStream().toList() : List.of(place.node());
            if (first == null) {
                first = place;
                own.stream()
                        .filter(value -> values.stream().noneMatch(each -> JsonValues.equal(each, value)))
                        .forEach(values::add);
                continue;
            }
            values.removeIf(value -> own.stream().noneMatch(each -> JsonValues.equal(each, value)));
            if (values.isEmpty()) {
                findings.error(
                        place,
                        Rule.CONFLICT,
                        "no value fits: this allows " + JsonText.excerpt(place.node()) + ", but "
                                + JsonText.excerpt(first.node()) + " is all that is allowed at " + first.where());
                return List.copyOf(own);
            }
        }
        return values;
    }
}
