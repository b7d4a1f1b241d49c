package dev.stepwright.dsl.tree;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stepwright.json.JavaValues;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;

/** The JSON names of a class's properties, as Jackson writes them: annotations and naming strategies included. */
final class JsonProperties {
    private static final ClassValue<JsonProperties> CACHE = new ClassValue<>() {
        @Override
        protected JsonProperties computeValue(Class<?> type) {
            return new JsonProperties(type);
        }
    };

    private final Class<?> type;
    private final Map<String, String> nameByMember = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final boolean array;

    private JsonProperties(Class<?> type) {
        this.type = type;
        BeanDescription description = describe(type);
        for (BeanPropertyDefinition property : description.findProperties()) {
            if (property.getAccessor() != null && !property.getAccessor().hasAnnotation(JsonUnwrapped.class)) {
                order.add(property.getName());
                nameByMember.put(property.getAccessor().getName(), property.getName());
                if (property.getGetter() != null) {
                    nameByMember.put(property.getGetter().getName(), property.getName());
                }
                if (type.isRecord()) {
                    nameByMember.put(property.getInternalName(), property.getName());
                }
            }
        }
        JsonFormat format = description.getClassAnnotations().get(JsonFormat.class);
        this.array = format != null && format.shape() == JsonFormat.Shape.ARRAY;
    }

    static JsonProperties of(Class<?> type) {
        return CACHE.get(type);
    }

    private static BeanDescription describe(Class<?> type) {
        JavaType javaType = JavaValues.mapper().constructType(type);
        ClassIntrospector introspector = JavaValues.mapper()
                .serializationConfig()
                .classIntrospectorInstance()
                .forOperation(JavaValues.mapper().serializationConfig());
        return introspector.introspectForSerialization(javaType, introspector.introspectClassAnnotations(javaType));
    }

    /** Returns the step that an accessor of this class takes. */
    Segment segment(MethodReference accessor) {
        String name = nameByMember.get(accessor.executable().getName());
        if (name == null || !(accessor.executable() instanceof Method method) || method.getParameterCount() > 0) {
            throw new IllegalArgumentException(accessor + " is not a JSON property of " + type.getName()
                    + "; its properties are " + String.join(", ", order));
        }
        Type result = held(type(method));
        return array ? new Segment.Element(order.indexOf(name), type, result) : new Segment.Field(name, type, result);
    }

    /** Returns the type of what stands in JSON for a type: of what an {@code Optional} holds, if it is one. */
    static Type held(Type type) {
        return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
                ? optional.getActualTypeArguments()[0]
                : type;
    }

    /** The type variables of a generic owner stay open until it is known where the path starts. */
    private Type type(Method accessor) {
        if (accessor.getDeclaringClass() == type) {
            return accessor.getGenericReturnType();
        }
        JavaType owner = JavaValues.mapper().constructType(type).findSuperType(accessor.getDeclaringClass());
        return owner == null
                ? accessor.getReturnType()
                : JavaValues.mapper()
                        .getTypeFactory()
                        .resolveMemberType(accessor.getGenericReturnType(), owner.getBindings());
    }

    /** Returns the JSON names of the record's components in the order of its constructor. */
    List<String> components(MethodReference constructor) {
        if (!type.isRecord() || constructor.method().isPresent()) {
            throw new IllegalArgumentException("a template needs a record's constructor such as Order::new, found "
                    + constructor + "; a template takes the names of its fields from the record's components");
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] canonical =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        if (!Arrays.equals(constructor.executable().getParameterTypes(), canonical)) {
            throw new IllegalArgumentException(constructor + " is not the canonical constructor of the record "
                    + type.getName() + "; a template takes the names of its fields from the record's components");
        }
        return Arrays.stream(components).map(this::name).toList();
    }

    /** Returns the steps to the components of the record; none if one of them may be absent, or is no member of an object. */
    List<Segment.Field> present() {
        if (array || order.size() < type.getRecordComponents().length) {
            return List.of();
        }
        List<RecordComponent> components = List.of(type.getRecordComponents());
        return components.stream().anyMatch(JsonProperties::mayBeAbsent)
                ? List.of()
                : components.stream()
                        .map(component -> new Segment.Field(name(component), type, component.getGenericType()))
                        .toList();
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getType() == Optional.class
                || Stream.of(component.getAnnotatedType(), component)
                        .flatMap(element -> Arrays.stream(element.getAnnotations()))
                        .anyMatch(mark -> mark.annotationType().getSimpleName().equals("Nullable"));
    }

    private String name(RecordComponent component) {
        String name = nameByMember.get(component.getName());
        if (name == null) {
            throw new IllegalArgumentException("the component " + component.getName() + " of " + type.getName()
                    + " is no JSON property, so no template can set it");
        }
        return name;
    }
}
