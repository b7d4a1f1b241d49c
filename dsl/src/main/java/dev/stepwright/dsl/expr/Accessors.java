package dev.stepwright.dsl.expr;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Accessors of a value's fields, given as method references such as {@code Order::total}. The type of the field selects the shape,
 * and with it the operators that the expression has. All are serializable: only then does the compiler record the method's name.
 */
public final class Accessors {
    private Accessors() {}

    /** Reads a number. */
    @FunctionalInterface
    public interface ToNumber<T, N extends Number> extends Serializable {
        N get(T owner);
    }

    /** Reads a text. */
    @FunctionalInterface
    public interface ToText<T> extends Serializable {
        String get(T owner);
    }

    /** Reads a truth value. */
    @FunctionalInterface
    public interface ToBool<T> extends Serializable {
        Boolean get(T owner);
    }

    /** Reads a point in time. */
    @FunctionalInterface
    public interface ToTime<T> extends Serializable {
        Instant get(T owner);
    }

    /** Reads a constant of an enum. */
    @FunctionalInterface
    public interface ToEnum<T, E extends Enum<E>> extends Serializable {
        E get(T owner);
    }

    /** Reads a list. */
    @FunctionalInterface
    public interface ToList<T, E> extends Serializable {
        List<E> get(T owner);
    }

    /** Reads any value; what the other shapes do not take. */
    @FunctionalInterface
    public interface ToValue<T, V> extends Serializable {
        V get(T owner);
    }
}
