package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.Shape.Any;
import dev.stepwright.codegen.shape.Shape.Foreign;
import dev.stepwright.codegen.shape.Shape.Kind;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code x-java-type} and {@code javaType}: the class that somebody wants instead of ours. */
record ForeignTypes(Findings findings) {
    private static final Pattern CLASS_NAME =
            Pattern.compile("([a-z_][a-z0-9_]*\\.)+[A-Z][A-Za-z0-9_]*(\\.[A-Z][A-Za-z0-9_]*)*");

    /** Those that limits can be checked on, and that we write without a package. */
    private static final Map<String, Kind> SCALARS = Map.of(
            "int", Kind.INT,
            "long", Kind.LONG,
            "double", Kind.DOUBLE,
            "java.math.BigInteger", Kind.BIG_INTEGER,
            "java.math.BigDecimal", Kind.DECIMAL,
            "java.time.Instant", Kind.INSTANT,
            "java.time.OffsetDateTime", Kind.OFFSET_DATE_TIME,
            "java.lang.String", Kind.STRING);

    static Kind scalar(String name) {
        return SCALARS.getOrDefault(name, Kind.STRING);
    }

    boolean isScalar(Schema schema, String name) {
        String type = schema.text("type");
        return SCALARS.containsKey(name)
                && (type.equals("string") != scalar(name).isNumber())
                && !schema.hasAny("enum", "const", "oneOf", "anyOf")
                && !type.isEmpty();
    }

    Shape read(Schema schema, String name) {
        Place place = schema.all(schema.has("x-java-type") ? "x-java-type" : "javaType")
                .get(0);
        if (!CLASS_NAME.matcher(name).matches()) {
            findings.error(
                    place,
                    Rule.NOT_SUPPORTED,
                    "\"" + name
                            + "\" is not a Java class name; write the qualified name without type arguments, such as"
                            + " \"com.acme.Money\", or one of "
                            + SCALARS.keySet().stream().sorted().toList());
            return new Any();
        }
        return new Foreign(name);
    }
}
