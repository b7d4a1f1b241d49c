package dev.stepwright.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the forms of JSON that Jackson's annotations have no words for. Generated classes call this from a {@code @JsonCreator}
 * that takes what Jackson reads without knowing a type: {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean}.
 * So they are read alike by any Jackson, and by any thread whatever its context class loader.
 */
public final class JsonForms {
    private static final int REASON = 200;

    private JsonForms() {}

    /**
     * Returns a value as one of the classes that a sealed type permits: the first that takes it and gives it back whole, else the
     * first that takes it. Each value within is read once as each type, however the types refer to each other.
     *
     * @throws IllegalArgumentException if none takes it; the message says for each why
     */
    public static <T> T oneOf(Class<T> sealed, Object json) {
        JsonNode value = JavaValues.toJson(json);
        return UnionReadings.once(sealed, value, () -> firstOf(sealed, value));
    }

    private static <T> T firstOf(Class<T> sealed, JsonNode value) {
        List<String> refusals = new ArrayList<>();
        T first = null;
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            try {
                T read = sealed.cast(JavaValues.fromJson(value, permitted));
                if (JsonValues.equal(JavaValues.toJson(read), value)) {
                    return read;
                }
                first = first == null ? read : first;
            } catch (IllegalArgumentException e) {
                refusals.add(permitted.getSimpleName() + ": " + excerpt(reason(e)));
            }
        }
        if (first == null) {
            throw new IllegalArgumentException("this is no " + sealed.getSimpleName() + ": " + JsonText.excerpt(value)
                    + "; " + String.join("; ", refusals));
        }
        return first;
    }

    /**
     * Returns a record from an array that has one element for each component, in their order. Optional components may be missing at
     * the end.
     *
     * @param rest what becomes of further elements
     * @throws IllegalArgumentException if an element does not fit; the message names the component
     */
    public static <T extends Record> T tuple(Class<T> type, List<?> json, Rest rest) {
        RecordComponent[] components = type.getRecordComponents();
        int named = rest == Rest.KEPT ? components.length - 1 : components.length;
        if (rest == Rest.REFUSED && json.size() > named) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " has " + named + " elements, but there are " + json.size());
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < named; i++) {
            values[i] = value(components[i], i < json.size(), i < json.size() ? json.get(i) : null);
        }
        if (rest == Rest.KEPT) {
            values[named] = value(components[named], true, json.subList(Math.min(named, json.size()), json.size()));
        }
        return make(type, values);
    }

    /** What becomes of what a record does not name: the further elements of an array, or the other members of an object. */
    public enum Rest {
        /** It is left out. */
        IGNORED,
        /** There may be nothing. */
        REFUSED,
        /** The last component of the record holds it, as a list or as a map. */
        KEPT
    }

    /**
     * Returns a record from an object. A component of the type {@code Optional<Optional<T>>} is empty on the outside if the member is
     * absent, and on the inside if it is null; one that is a nullable {@code Optional<T>} is null if the member is absent.
     *
     * @param rest what becomes of other members
     * @throws IllegalArgumentException if a member does not fit; the message names it
     */
    public static <T extends Record> T object(Class<T> type, Map<String, ?> json, Rest rest) {
        RecordComponent[] components = type.getRecordComponents();
        int named = rest == Rest.KEPT ? components.length - 1 : components.length;
        Map<String, Object> others = new LinkedHashMap<>(json);
        others.keySet().removeAll(constants(type));
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < named; i++) {
            String name = name(components[i]);
            values[i] = value(components[i], json.containsKey(name), json.get(name));
            others.remove(name);
        }
        if (rest == Rest.KEPT) {
            values[named] = value(components[named], true, others);
        } else if (rest == Rest.REFUSED && !others.isEmpty()) {
            String other = others.keySet().iterator().next();
            throw new IllegalArgumentException(other + ": " + type.getSimpleName() + " has no such member");
        }
        return make(type, values);
    }

    /**
     * Refuses an object that lacks a constant.
     *
     * @param constant as JSON text
     * @throws IllegalArgumentException if the member is absent or has another value; the message names it
     */
    public static void requireConstant(Map<String, ?> json, String name, String constant) {
        JsonNode found = JavaValues.toJson(json.get(name));
        if (!json.containsKey(name)
                || !JsonValues.equal(found, JsonDocument.parse(constant).root())) {
            throw new IllegalArgumentException(
                    name + ": const is " + constant + ", but was " + (json.containsKey(name) ? found : "absent"));
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = property(component);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static boolean isRequired(RecordComponent component) {
        JsonProperty property = property(component);
        return property != null && property.required();
    }

    /** Java gives a component's annotations to its field always, to its accessor only if nobody wrote that. */
    private static @Nullable JsonProperty property(RecordComponent component) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(JsonProperty.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(component + " has no field", e);
        }
    }

    /** Returns the names of the members that a record writes, but has no component for. */
    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(method -> method.getAnnotation(JsonProperty.class))
                .filter(property -> property != null && !property.value().isEmpty())
                .map(JsonProperty::value)
                .collect(Collectors.toSet());
    }

    private static @Nullable Object value(RecordComponent component, boolean present, @Nullable Object json) {
        Type type = component.getGenericType();
        Type inner = optional(type);
        if (inner != null && optional(inner) != null) {
            return present ? Optional.ofNullable(value(component, inner, json)) : Optional.empty();
        }
        if (json == null && component.getType().isPrimitive() || !present && isRequired(component)) {
            throw new IllegalArgumentException(name(component) + " is required");
        }
        return present ? value(component, type, json) : null;
    }

    private static @Nullable Object value(RecordComponent component, Type type, @Nullable Object json) {
        try {
            return JavaValues.fromJson(JavaValues.toJson(json), type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name(component) + ": " + reason(e), e);
        }
    }

    private static @Nullable Type optional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : null;
    }

    private static <T extends Record> T make(Class<T> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof IllegalArgumentException refused
                    ? refused
                    : new IllegalArgumentException(reason(cause), cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getName() + " is no public record with a public constructor that dev.stepwright.json may call",
                    e);
        }
    }

    /** A refusal holds those of what is within, and would be twice as long on each level. */
    private static String excerpt(String reason) {
        return reason.length() <= REASON ? reason : reason.substring(0, REASON) + "...";
    }

    /** The way to what was refused and the words of the one who did, without those of Jackson around them. */
    private static String reason(Throwable refusal) {
        StringBuilder way = new StringBuilder();
        Throwable cause = refusal;
        while (cause.getCause() != null
                && (cause instanceof JacksonException || cause.getCause() instanceof JacksonException)) {
            cause = cause.getCause();
            if (cause instanceof JacksonException jackson) {
                jackson.getPath().forEach(step -> way.append(step(step, way.isEmpty())));
            }
        }
        String own = String.valueOf(cause.getMessage());
        int end = own.indexOf('\n');
        return (way.isEmpty() ? "" : way + ": ") + (end < 0 ? own : own.substring(0, end));
    }

    private static String step(JacksonException.Reference step, boolean isFirst) {
        String name = step.getPropertyName();
        return name == null ? "[" + step.getIndex() + "]" : (isFirst ? "" : ".") + name;
    }
}
