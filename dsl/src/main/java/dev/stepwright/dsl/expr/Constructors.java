package dev.stepwright.dsl.expr;

import java.io.Serializable;

/**
 * Constructors of records with one to ten components, given as references such as {@code Order::new}: the arity, the order and the
 * types of the parts of a template are those of the constructor. All are serializable: only then does the compiler record which
 * constructor it is.
 */
public final class Constructors {
    private Constructors() {}

    /** Makes a record of 1 component. */
    @FunctionalInterface
    public interface Constructor1<P1, V> extends Serializable {
        V make(P1 part1);
    }

    /** Makes a record of 2 components. */
    @FunctionalInterface
    public interface Constructor2<P1, P2, V> extends Serializable {
        V make(P1 part1, P2 part2);
    }

    /** Makes a record of 3 components. */
    @FunctionalInterface
    public interface Constructor3<P1, P2, P3, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3);
    }

    /** Makes a record of 4 components. */
    @FunctionalInterface
    public interface Constructor4<P1, P2, P3, P4, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4);
    }

    /** Makes a record of 5 components. */
    @FunctionalInterface
    public interface Constructor5<P1, P2, P3, P4, P5, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4, P5 part5);
    }

    /** Makes a record of 6 components. */
    @FunctionalInterface
    public interface Constructor6<P1, P2, P3, P4, P5, P6, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4, P5 part5, P6 part6);
    }

    /** Makes a record of 7 components. */
    @FunctionalInterface
    public interface Constructor7<P1, P2, P3, P4, P5, P6, P7, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4, P5 part5, P6 part6, P7 part7);
    }

    /** Makes a record of 8 components. */
    @FunctionalInterface
    public interface Constructor8<P1, P2, P3, P4, P5, P6, P7, P8, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4, P5 part5, P6 part6, P7 part7, P8 part8);
    }

    /** Makes a record of 9 components. */
    @FunctionalInterface
    public interface Constructor9<P1, P2, P3, P4, P5, P6, P7, P8, P9, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4, P5 part5, P6 part6, P7 part7, P8 part8, P9 part9);
    }

    /** Makes a record of 10 components. */
    @FunctionalInterface
    public interface Constructor10<P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, V> extends Serializable {
        V make(P1 part1, P2 part2, P3 part3, P4 part4, P5 part5, P6 part6, P7 part7, P8 part8, P9 part9, P10 part10);
    }
}
