package dev.stepwright.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Lets sealed types that do not say how they are read be read by the names of the fields: the permitted class that has them all is
 * the one. A class that says more, by {@code @JsonTypeInfo}, a deserializer or a creator, is left to Jackson.
 */
final class SealedTypes extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;
    /** Says it by annotation, which all versions of Jackson 3 can read. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    private static final class Deduced {}

    private static final JsonTypeInfo.@Nullable Value BY_FIELDS =
            JsonTypeInfo.Value.from(Deduced.class.getAnnotation(JsonTypeInfo.class));

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass type
                        && type.getRawType().isSealed()
                        && isSilent(type)
                        && hasFields(type.getRawType())
                ? BY_FIELDS
                : null;
    }

    private static boolean isSilent(AnnotatedClass type) {
        return !type.hasAnnotation(JsonDeserialize.class)
                && type.getFactoryMethods().stream().noneMatch(method -> method.hasAnnotation(JsonCreator.class));
    }

    /** A sealed type that cannot be made itself, and whose permitted classes are no enums. */
    private static boolean hasFields(Class<?> type) {
        if (!type.isSealed()) {
            return !type.isEnum() && !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
        }
        if (!type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
            return false;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (!hasFields(permitted)) {
                return false;
            }
        }
        return true;
    }
}
