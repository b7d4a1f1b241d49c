package dev.stepwright.dsl;

import dev.stepwright.json.JavaValues;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A type with its type arguments, where a {@code Class} would lose them: {@code new TypeRef<List<Order>>() {}}.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
    private final Type type;

    /**
     * For anonymous classes.
     *
     * @throws IllegalStateException if the type argument is missing
     */
    protected TypeRef() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)
                || getClass().getSuperclass() != TypeRef.class) {
            throw new IllegalStateException("a type argument is needed, as in new TypeRef<List<Order>>() {}");
        }
        this.type = parameterized.getActualTypeArguments()[0];
    }

    private TypeRef(Type type) {
        this.type = type;
    }

    /** Returns the type that a class is, for where the other of two types is a list. */
    public static <T> TypeRef<T> of(Class<T> type) {
        return new TypeRef<>((Type) type) {};
    }

    static <E> TypeRef<List<E>> listOf(Class<E> element) {
        return new TypeRef<>(JavaValues.mapper().getTypeFactory().constructCollectionType(List.class, element)) {};
    }

    /** Returns the type. */
    public final Type type() {
        return type;
    }
}
