package dev.stepwright.dsl.expr;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accessors of a value's fields, given as method references such as {@code Order::total}. The type of the field selects the shape,
 * and with it the operators that the expression has. All are serializable: only then does the compiler record the method's name.
 * A field may be null; what is done then is the expression's affair.
 */
public final class Accessors {
    private Accessors() {}

    /** Reads a number. */
    @FunctionalInterface
    public interface ToNumber<T, N extends Number> extends Serializable {
        @Nullable
        N get(T owner);
    }

    /** Reads a text. */
    @FunctionalInterface
    public interface ToText<T> extends Serializable {
        @Nullable
        String get(T owner);
    }

    /** Reads a truth value. */
    @FunctionalInterface
    public interface ToBool<T> extends Serializable {
        @Nullable
        Boolean get(T owner);
    }

    /** Reads a point in time. */
    @FunctionalInterface
    public interface ToTime<T> extends Serializable {
        @Nullable
        Instant get(T owner);
    }

    /** Reads a constant of an enum. */
    @FunctionalInterface
    public interface ToEnum<T, E extends Enum<E>> extends Serializable {
        @Nullable
        E get(T owner);
    }

    /** Reads a list. */
    @FunctionalInterface
    public interface ToList<T, E> extends Serializable {
        @Nullable
        List<E> get(T owner);
    }

    /** Reads any value; what the other shapes do not take. */
    @FunctionalInterface
    public interface ToValue<T, V> extends Serializable {
        @Nullable
        V get(T owner);
    }

    /** Reads a number from an {@code Optional}, which is null in JSON if it is empty. */
    @FunctionalInterface
    public interface ToOptionalNumber<T, N extends Number> extends Serializable {
        Optional<N> get(T owner);
    }

    /** Reads a text from an {@code Optional}, which is null in JSON if it is empty. */
    @FunctionalInterface
    public interface ToOptionalText<T> extends Serializable {
        Optional<String> get(T owner);
    }

    /** Reads a truth value from an {@code Optional}, which is null in JSON if it is empty. */
    @FunctionalInterface
    public interface ToOptionalBool<T> extends Serializable {
        Optional<Boolean> get(T owner);
    }

    /** Reads a point in time from an {@code Optional}, which is null in JSON if it is empty. */
    @FunctionalInterface
    public interface ToOptionalTime<T> extends Serializable {
        Optional<Instant> get(T owner);
    }

    /** Reads a constant of an enum from an {@code Optional}, which is null in JSON if it is empty. */
    @FunctionalInterface
    public interface ToOptionalEnum<T, E extends Enum<E>> extends Serializable {
        Optional<E> get(T owner);
    }

    /** Reads a list from an {@code Optional}, which is null in JSON if it is empty. */
    @FunctionalInterface
    public interface ToOptionalList<T, E> extends Serializable {
        Optional<List<E>> get(T owner);
    }

    /** Reads any value from an {@code Optional}; what the other shapes do not take. */
    @FunctionalInterface
    public interface ToOptional<T, V> extends Serializable {
        Optional<V> get(T owner);
    }
}
