package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.Shape.Kind;
import dev.stepwright.codegen.shape.Shape.Scalar;
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
            List<String> unread = schema.all("pattern").stream()
                    .filter(place -> !isChecked(place, place.node().asString("")))
                    .map(place -> place.node().asString(""))
                    .toList();
            return new Scalar(
                    kind,
                    found.stream()
                            .filter(limit -> !unread.contains(limit.value().asString("")))
                            .toList());
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

    /** Returns whether Java can check a pattern; if not, warns of it. */
    boolean isChecked(Place place, String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            limits.findings()
                    .warning(
                            place,
                            Rule.NOT_CHECKED,
                            "java.util.regex cannot read the pattern \"" + e.getPattern() + "\", so it is not checked: "
                                    + e.getDescription());
            return false;
        }
    }

    private Scalar integer(Schema schema, String foreign) {
        List<Limit> found = numberLimits(schema);
        if (!foreign.isEmpty()) {
            return new Scalar(ForeignTypes.scalar(foreign), found);
        }
        boolean small = fits(found, "minimum", "exclusiveMinimum") && fits(found, "maximum", "exclusiveMaximum");
        boolean named = schema.text("format").equals("int32");
        return new Scalar(small || named ? Kind.INT : isBeyondLong(found) ? Kind.BIG_INTEGER : Kind.LONG, found);
    }

    /** Limits of 64 bits without a sign are as usual as those that a long has. */
    private static boolean isBeyondLong(List<Limit> limits) {
        return limits.stream()
                .map(limit -> limit.value().decimalValue())
                .anyMatch(value -> value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_LONG) > 0);
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
