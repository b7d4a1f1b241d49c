package dev.stepwright.codegen.schema;

import dev.stepwright.codegen.schema.Shape.Kind;
import dev.stepwright.codegen.schema.Shape.Scalar;
import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Reads strings, numbers and booleans with their limits. */
final class ScalarReader {
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Findings findings;

    ScalarReader(Findings findings) {
        this.findings = findings;
    }

    Scalar read(Place place) {
        JsonNode type = place.node().path("type");
        String name = type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(each -> !each.equals("null"))
                        .findFirst()
                        .orElseThrow()
                : type.asString("");
        return switch (name) {
            case "string" -> string(place);
            case "boolean" -> new Scalar(Kind.BOOLEAN, Map.of());
            case "integer" -> integer(place);
            default -> new Scalar(Kind.DECIMAL, numberLimits(place));
        };
    }

    /** Returns those of some keywords that the schema has, in the order given. */
    Map<String, JsonNode> limits(Place place, String... keywords) {
        Map<String, JsonNode> limits = new LinkedHashMap<>();
        for (String keyword : keywords) {
            JsonNode value = place.node().get(keyword);
            if (value != null) {
                limits.put(keyword, value);
            }
        }
        return limits;
    }

    private Scalar string(Place place) {
        Kind kind = switch (place.node().path("format").asString("")) {
            case "date-time" -> Kind.INSTANT;
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "duration" -> Kind.DURATION;
            case "uri" -> Kind.URI;
            case "uuid" -> Kind.UUID;
            default -> Kind.STRING;
        };
        Map<String, JsonNode> limits = limits(place, "minLength", "maxLength", "pattern");
        if (kind == Kind.STRING) {
            checkPattern(place);
            return new Scalar(kind, limits);
        }
        for (String keyword : limits.keySet()) {
            findings.warning(
                    place.at(keyword),
                    Rule.NOT_CHECKED,
                    "\"" + keyword + "\" is not checked on a string with a format that has a Java type of its own");
        }
        return new Scalar(kind, Map.of());
    }

    private void checkPattern(Place place) {
        try {
            Pattern.compile(place.node().path("pattern").asString(""));
        } catch (PatternSyntaxException e) {
            findings.error(
                    place.at("pattern"),
                    Rule.NOT_SUPPORTED,
                    "java.util.regex does not read the pattern \"" + e.getPattern() + "\": " + e.getDescription());
        }
    }

    private Scalar integer(Place place) {
        Map<String, JsonNode> limits = numberLimits(place);
        for (Map.Entry<String, JsonNode> limit : limits.entrySet()) {
            BigDecimal value = limit.getValue().decimalValue();
            boolean integral = value.stripTrailingZeros().scale() <= 0;
            if (!integral || value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_LONG) > 0) {
                findings.error(
                        place.at(limit.getKey()),
                        Rule.NOT_SUPPORTED,
                        "the limit of an integer is an integer of 64 bits, but this is "
                                + JsonText.excerpt(limit.getValue()));
            }
        }
        boolean small = fits(limits, "minimum", "exclusiveMinimum") && fits(limits, "maximum", "exclusiveMaximum");
        boolean named = place.node().path("format").asString("").equals("int32");
        return new Scalar(small || named ? Kind.INT : Kind.LONG, limits);
    }

    private Map<String, JsonNode> numberLimits(Place place) {
        return limits(place, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    }

    private static boolean fits(Map<String, JsonNode> limits, String inclusive, String exclusive) {
        JsonNode limit = limits.getOrDefault(inclusive, limits.get(exclusive));
        return limit != null && limit.decimalValue().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
