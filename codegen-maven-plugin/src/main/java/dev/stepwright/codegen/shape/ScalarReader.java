package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.Shape.Kind;
import dev.stepwright.codegen.shape.Shape.Scalar;
import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads strings, numbers and booleans with their limits. */
record ScalarReader(Limits limits) {
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    Scalar read(Schema schema, Form form) {
        String foreign = schema.text("x-java-type") + schema.text("javaType");
        Scalar scalar = switch (form.types().get(0)) {
            case "string" -> string(schema, foreign);
            case "boolean" -> new Scalar(Kind.BOOLEAN, List.of());
            case "integer" -> integer(schema, foreign);
            default -> new Scalar(number(foreign), numberLimits(schema));
        };
        if (form.values().isEmpty()) {
            return scalar;
        }
        List<Limit> all = new ArrayList<>(scalar.limits());
        all.add(new Limit("enum", JsonNodeFactory.instance.arrayNode().addAll(form.values())));
        return new Scalar(scalar.kind(), all);
    }

    private Scalar string(Schema schema, String foreign) {
        Kind kind = foreign.isEmpty() ? byFormat(schema) : ForeignTypes.scalar(foreign);
        List<Limit> found = limits.of(schema, "minLength", "maxLength", "pattern");
        if (kind == Kind.STRING) {
            schema.all("pattern")
                    .forEach(place -> checkPattern(place, place.node().asString("")));
            return new Scalar(kind, found);
        }
        for (Limit limit : found) {
            limits.findings()
                    .warning(
                            schema.all(limit.keyword()).get(0),
                            Rule.NOT_CHECKED,
                            "\"" + limit.keyword()
                                    + "\" is not checked on a string with a format that has a Java type of its own");
        }
        return new Scalar(kind, List.of());
    }

    private Kind byFormat(Schema schema) {
        Kind kind = Kind.STRING;
        Place first = null;
        for (Place format : schema.all("format")) {
            Kind own = byFormat(format.node().asString(""));
            if (first != null && own != kind && kind != Kind.STRING && own != Kind.STRING) {
                limits.findings()
                        .error(
                                format,
                                Rule.CONFLICT,
                                "no value fits: the format is " + format.node() + ", but " + first.node() + " at "
                                        + first.where());
            }
            kind = own == Kind.STRING ? kind : own;
            first = format;
        }
        return kind == Kind.STRING && schema.text("contentEncoding").equals("base64") ? Kind.BYTES : kind;
    }

    private static Kind byFormat(String format) {
        return switch (format) {
            case "date-time" -> Kind.INSTANT;
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "duration" -> Kind.DURATION;
            case "uri", "uri-reference" -> Kind.URI;
            case "uuid" -> Kind.UUID;
            case "byte" -> Kind.BYTES;
            default -> Kind.STRING;
        };
    }

    void checkPattern(Place place, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            limits.findings()
                    .error(
                            place,
                            Rule.NOT_SUPPORTED,
                            "java.util.regex does not read the pattern \"" + e.getPattern() + "\": "
                                    + e.getDescription());
        }
    }

    private Scalar integer(Schema schema, String foreign) {
        List<Limit> found = numberLimits(schema);
        Kind kind = foreign.isEmpty() ? Kind.LONG : ForeignTypes.scalar(foreign);
        if (!foreign.isEmpty() && kind != Kind.INT && kind != Kind.LONG) {
            return new Scalar(kind, found);
        }
        for (Limit limit : found) {
            BigDecimal value = limit.value().decimalValue();
            boolean integral = value.stripTrailingZeros().scale() <= 0;
            if (!integral || value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_LONG) > 0) {
                limits.findings()
                        .error(
                                schema.all(limit.keyword()).get(0),
                                Rule.NOT_SUPPORTED,
                                "the limit of an integer is an integer of 64 bits, but this is "
                                        + JsonText.excerpt(limit.value())
                                        + "; for larger ones add \"x-java-type\": \"java.math.BigInteger\"");
            }
        }
        boolean small = fits(found, "minimum", "exclusiveMinimum") && fits(found, "maximum", "exclusiveMaximum");
        boolean named = schema.text("format").equals("int32");
        return new Scalar(foreign.isEmpty() && (small || named) ? Kind.INT : kind, found);
    }

    private static Kind number(String foreign) {
        return foreign.isEmpty() ? Kind.DECIMAL : ForeignTypes.scalar(foreign);
    }

    private List<Limit> numberLimits(Schema schema) {
        return limits.of(schema, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    }

    private static boolean fits(List<Limit> limits, String inclusive, String exclusive) {
        Optional<Limit> limit = limits.stream()
                .filter(each ->
                        each.keyword().equals(inclusive) || each.keyword().equals(exclusive))
                .findFirst();
        return limit.isPresent()
                && limit.get().value().decimalValue().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
