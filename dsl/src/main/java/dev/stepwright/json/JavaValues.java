package dev.stepwright.json;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Java values as JSON and back: records, sealed types, collections, {@code java.time}, as Jackson maps them and as Jackson's
 * annotations say. A sealed type that has no annotations for it is read by the names of the fields. Unknown fields are ignored on
 * reading; instants are ISO-8601 text; decimals keep their digits.
 * Nothing is bent to fit: a number is not read from a text, nor a whole number from a fraction (but from 5.0), nor a text, a constant or a
 * date from a number, unless an annotation says so.
 */
public final class JavaValues {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(new WholeNumbers())
            .addModule(new PlainTexts())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .annotationIntrospector(AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new SealedTypes()))
            .build();

    /** What Jackson adds to its messages, of a setting that nobody has here. */
    private static final String JACKSON_SETTING = " (but could if coercion was enabled using `CoercionConfig`)";

    private JavaValues() {}

    /** Returns the mapper itself, for what has to ask Jackson how it sees a class. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Returns a value as JSON; null becomes JSON null.
     *
     * @throws IllegalArgumentException if Jackson cannot write it; the message says which member
     */
    public static JsonNode toJson(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value == null) {
            return NullNode.getInstance();
        }
        try {
            return MAPPER.valueToTree(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "cannot write a " + value.getClass().getName() + " as JSON: " + problem(e), e);
        }
    }

    /**
     * Returns a JSON value as a Java value of a type; JSON null becomes null for every type but {@code JsonNode}.
     *
     * @throws IllegalArgumentException if it does not fit; the message says at which member
     */
    @SuppressWarnings("NullAway") // whether null is a T is for the caller to say
    public static <T extends @Nullable Object> T fromJson(JsonNode value, Class<T> type) {
        Object read = fromJson(value, (Type) type);
        @SuppressWarnings("unchecked")
        T typed = (T) read;
        return typed;
    }

    /** Like {@link #fromJson(JsonNode, Class)}, for types such as {@code List<Order>}. */
    public static @Nullable Object fromJson(JsonNode value, Type type) {
        JavaType target = MAPPER.constructType(type);
        if (target.isTypeOrSubTypeOf(JsonNode.class)) {
            return value;
        }
        try {
            return MAPPER.treeToValue(value, target);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "cannot read " + JsonText.excerpt(value) + " as " + target.toCanonical() + ": " + problem(e), e);
        }
    }

    private static String problem(JacksonException e) {
        String path = e.getPathReference();
        String original = e.getOriginalMessage().replace(JACKSON_SETTING, "");
        String message = path == null || path.isEmpty() ? original : original + " (at " + path + ")";
        return message.contains("deduce")
                ? message
                        + "; make sure that only one permitted class fits each value, or put @JsonTypeInfo on the sealed type"
                : message;
    }
}
