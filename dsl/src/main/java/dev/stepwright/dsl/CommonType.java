package dev.stepwright.dsl;

import dev.stepwright.json.JavaValues;
import java.io.Serializable;
import java.lang.constant.Constable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** The one type as which values of several types can be read. */
final class CommonType {
    /** Classes that say nothing about a value's JSON. */
    private static final Set<Class<?>> EMPTY =
            Set.of(Object.class, Record.class, Enum.class, Serializable.class, Comparable.class, Constable.class);

    private CommonType() {}

    /**
     * Returns the type itself if there is one; if there are several, the most special superclass or interface that they share, a
     * sealed one before others; {@code Object} if there is none.
     */
    static JavaType of(Set<JavaType> types) {
        if (types.size() == 1) {
            return types.iterator().next();
        }
        List<JavaType> widest = types.stream()
                .filter(type ->
                        types.stream().allMatch(other -> type.getRawClass().isAssignableFrom(other.getRawClass())))
                .toList();
        if (!widest.isEmpty()) {
            return widest.get(0);
        }
        Set<Class<?>> shared = null;
        for (JavaType type : types) {
            Set<Class<?>> supertypes = supertypes(type.getRawClass());
            if (shared == null) {
                shared = supertypes;
            } else {
                shared.retainAll(supertypes);
            }
        }
        return shared == null ? TypeFactory.unknownType() : mostSpecial(shared);
    }

    private static JavaType mostSpecial(Set<Class<?>> shared) {
        List<Class<?>> special = shared.stream()
                .filter(type -> shared.stream().noneMatch(other -> other != type && type.isAssignableFrom(other)))
                .toList();
        List<Class<?>> sealed = special.stream().filter(Class::isSealed).toList();
        List<Class<?>> best = sealed.isEmpty() ? special : sealed;
        return best.size() == 1 ? JavaValues.mapper().constructType(best.get(0)) : TypeFactory.unknownType();
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> at = open.remove();
            if (all.add(at)) {
                open.addAll(List.of(at.getInterfaces()));
                if (at.getSuperclass() != null) {
                    open.add(at.getSuperclass());
                }
            }
        }
        all.removeAll(EMPTY);
        return all;
    }
}
