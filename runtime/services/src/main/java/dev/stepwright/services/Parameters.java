package dev.stepwright.services;

import dev.stepwright.asl.JsonTexts;
import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;

/**
 * Fills requests of the SDK from the parameters of a Task state. Members have the names of the API in PascalCase; what is null is not
 * sent; a value that is no text becomes JSON text where the API takes bytes, or a text that is JSON mostly, as the body of a message is.
 * Collects all problems instead of the first.
 * AWS: what is missing is not checked here, the service says so.
 */
final class Parameters {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** No other API has a member of that name. */
    private static final String ATTRIBUTE_TEXT = "S";

    private static final Set<MarshallingKnownType> INTEGERS = EnumSet.of(
            MarshallingKnownType.INTEGER,
            MarshallingKnownType.LONG,
            MarshallingKnownType.SHORT,
            MarshallingKnownType.BYTE);

    private final boolean isOptimized;
    private final List<String> problems = new ArrayList<>();

    /** @param isOptimized whether they are those of an optimized integration, which takes more */
    Parameters(boolean isOptimized) {
        this.isOptimized = isOptimized;
    }

    /** Returns what is wrong with the parameters, in the words of Step Functions. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Sets the members of a builder of the SDK. */
    void fill(SdkPojo builder, JsonNode parameters) {
        parameters.properties().forEach(parameter -> {
            SdkField<?> field = MemberNames.field(builder, parameter.getKey());
            if (field == null) {
                problems.add("The field \"" + parameter.getKey() + "\" is not supported by Step Functions");
            } else if (!parameter.getValue().isNull() && !parameter.getValue().isMissingNode()) {
                field.set(builder, value(field, parameter.getKey(), parameter.getValue()));
            }
        });
    }

    /**
     * Sets what tells the service whether a call is one that it has done already, unless the parameters do. The SDK would make it up anew for
     * each call.
     */
    static void identify(SdkPojo builder, JsonNode parameters, String token) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.containsTrait(DefaultValueTrait.class) && !parameters.hasNonNull(MemberNames.pascal(field))) {
                field.set(builder, token);
            }
        }
    }

    /** Returns a value of the Java type that a member has; null, and a problem, if there is none. */
    private @Nullable Object value(SdkField<?> field, String name, JsonNode value) {
        boolean isText = field.marshallingType().getKnownType() == MarshallingKnownType.STRING;
        boolean isJson = field.memberName() != null && JsonTexts.include(name); // no element or entry of others is
        if (isText && !isJson && !value.isString()) {
            problems.add("The value for the field '" + name + "' must be a STRING");
            return null;
        }
        @Nullable
        Object converted = switch (field.marshallingType().getKnownType()) {
            case STRING -> text(value);
            case SDK_BYTES ->
                value.isBinary() ? SdkBytes.fromByteArray(value.binaryValue()) : SdkBytes.fromUtf8String(text(value));
            case BOOLEAN -> truth(value);
            case INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL ->
                value.isNumber() ? number(field, value.decimalValue()) : null;
            case INSTANT -> instant(value);
            case DOCUMENT -> Documents.of(value);
            case LIST -> value.isArray() ? elements(field, name, value) : null;
            case MAP -> value.isObject() ? entries(field, value) : null;
            case SDK_POJO -> value.isObject() ? structure(field, value) : attribute(field, value);
            case NULL -> null;
        };
        if (converted == null) {
            problems.add(
                    INTEGERS.contains(field.marshallingType().getKnownType())
                            ? "The value for the field '" + name + "' must be an INTEGER"
                            : "The value of the field '" + name + "' has an invalid format");
        }
        return converted;
    }

    /** AWS: the texts true and false are taken for what they say. */
    private static @Nullable Boolean truth(JsonNode value) {
        if (value.isString()) {
            return switch (value.stringValue().toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        }
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** Returns a text as it is, all else as JSON. */
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : JsonText.compact(value);
    }

    private static @Nullable Object number(SdkField<?> field, BigDecimal value) {
        try {
            return switch (field.marshallingType().getKnownType()) {
                case INTEGER -> value.intValueExact();
                case LONG -> value.longValueExact();
                case SHORT -> value.shortValueExact();
                case BYTE -> value.byteValueExact();
                case FLOAT -> value.floatValue();
                case DOUBLE -> value.doubleValue();
                default -> value;
            };
        } catch (ArithmeticException e) {
            return null; // has a fraction, or is out of range
        }
    }

    /** A time is a text of ISO 8601, or the seconds since 1970. */
    private static @Nullable Instant instant(JsonNode value) {
        try {
            if (value.isString()) {
                return OffsetDateTime.parse(value.stringValue()).toInstant();
            }
            if (value.isNumber()) {
                BigDecimal seconds = value.decimalValue();
                BigDecimal whole = new BigDecimal(seconds.toBigInteger());
                return Instant.ofEpochSecond(
                        whole.longValueExact(),
                        seconds.subtract(whole).multiply(NANOS).longValue());
            }
            return null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private List<@Nullable Object> elements(SdkField<?> field, String name, JsonNode array) {
        SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        List<@Nullable Object> elements = new ArrayList<>(array.size());
        array.forEach(value -> elements.add(value(element, name, value)));
        return elements;
    }

    private Map<String, @Nullable Object> entries(SdkField<?> field, JsonNode object) {
        SdkField<?> value = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                entries.put(entry.getKey(), value(value, entry.getKey(), entry.getValue()));
            }
        });
        return entries;
    }

    private Object structure(SdkField<?> field, JsonNode object) {
        SdkPojo builder = field.constructor().get();
        fill(builder, object);
        return ((Buildable) builder).build();
    }

    /**
     * Returns the attribute of DynamoDB that a text stands for. AWS: optimized integrations take one for its S; a sample of AWS writes a key
     * so and reads it by its S. SDK integrations do not.
     */
    private @Nullable Object attribute(SdkField<?> field, JsonNode value) {
        SdkPojo builder = field.constructor().get();
        SdkField<?> text = MemberNames.field(builder, ATTRIBUTE_TEXT);
        if (!isOptimized || !value.isString() || text == null) {
            return null;
        }
        text.set(builder, value.stringValue());
        return ((Buildable) builder).build();
    }
}
