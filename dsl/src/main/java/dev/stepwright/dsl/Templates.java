package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Constructors.Constructor1;
import dev.stepwright.dsl.expr.Constructors.Constructor10;
import dev.stepwright.dsl.expr.Constructors.Constructor2;
import dev.stepwright.dsl.expr.Constructors.Constructor3;
import dev.stepwright.dsl.expr.Constructors.Constructor4;
import dev.stepwright.dsl.expr.Constructors.Constructor5;
import dev.stepwright.dsl.expr.Constructors.Constructor6;
import dev.stepwright.dsl.expr.Constructors.Constructor7;
import dev.stepwright.dsl.expr.Constructors.Constructor8;
import dev.stepwright.dsl.expr.Constructors.Constructor9;
import dev.stepwright.dsl.expr.Expr;

/** The part of {@link Dsl} that makes records of one to ten components: {@code object} and {@code pass}. */
public abstract class Templates extends Verbatim {
    Templates() {}

    /** Returns a record made by its constructor. */
    public static <I, S, P1, V> Expr<I, S, V> object(Constructor1<P1, V> constructor, Expr<I, S, ? extends P1> part1) {
        return Expr.template(constructor, part1);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, V> Expr<I, S, V> object(
            Constructor2<P1, P2, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2) {
        return Expr.template(constructor, part1, part2);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, V> Expr<I, S, V> object(
            Constructor3<P1, P2, P3, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3) {
        return Expr.template(constructor, part1, part2, part3);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, V> Expr<I, S, V> object(
            Constructor4<P1, P2, P3, P4, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4) {
        return Expr.template(constructor, part1, part2, part3, part4);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, P5, V> Expr<I, S, V> object(
            Constructor5<P1, P2, P3, P4, P5, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4,
            Expr<? super I, ? super S, ? extends P5> part5) {
        return Expr.template(constructor, part1, part2, part3, part4, part5);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, P5, P6, V> Expr<I, S, V> object(
            Constructor6<P1, P2, P3, P4, P5, P6, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4,
            Expr<? super I, ? super S, ? extends P5> part5,
            Expr<? super I, ? super S, ? extends P6> part6) {
        return Expr.template(constructor, part1, part2, part3, part4, part5, part6);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, P5, P6, P7, V> Expr<I, S, V> object(
            Constructor7<P1, P2, P3, P4, P5, P6, P7, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4,
            Expr<? super I, ? super S, ? extends P5> part5,
            Expr<? super I, ? super S, ? extends P6> part6,
            Expr<? super I, ? super S, ? extends P7> part7) {
        return Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, P5, P6, P7, P8, V> Expr<I, S, V> object(
            Constructor8<P1, P2, P3, P4, P5, P6, P7, P8, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4,
            Expr<? super I, ? super S, ? extends P5> part5,
            Expr<? super I, ? super S, ? extends P6> part6,
            Expr<? super I, ? super S, ? extends P7> part7,
            Expr<? super I, ? super S, ? extends P8> part8) {
        return Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7, part8);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, P5, P6, P7, P8, P9, V> Expr<I, S, V> object(
            Constructor9<P1, P2, P3, P4, P5, P6, P7, P8, P9, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4,
            Expr<? super I, ? super S, ? extends P5> part5,
            Expr<? super I, ? super S, ? extends P6> part6,
            Expr<? super I, ? super S, ? extends P7> part7,
            Expr<? super I, ? super S, ? extends P8> part8,
            Expr<? super I, ? super S, ? extends P9> part9) {
        return Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9);
    }

    /** Returns a record made by its constructor. */
    public static <I, S, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, V> Expr<I, S, V> object(
            Constructor10<P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, V> constructor,
            Expr<? super I, ? super S, ? extends P1> part1,
            Expr<? super I, ? super S, ? extends P2> part2,
            Expr<? super I, ? super S, ? extends P3> part3,
            Expr<? super I, ? super S, ? extends P4> part4,
            Expr<? super I, ? super S, ? extends P5> part5,
            Expr<? super I, ? super S, ? extends P6> part6,
            Expr<? super I, ? super S, ? extends P7> part7,
            Expr<? super I, ? super S, ? extends P8> part8,
            Expr<? super I, ? super S, ? extends P9> part9,
            Expr<? super I, ? super S, ? extends P10> part10) {
        return Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9, part10);
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, V> PassStep<I, V> pass(
            String name, Constructor1<P1, V> constructor, Expr<I, Object, ? extends P1> part1) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, V> PassStep<I, V> pass(
            String name,
            Constructor2<P1, P2, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1, part2));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, V> PassStep<I, V> pass(
            String name,
            Constructor3<P1, P2, P3, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1, part2, part3));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, V> PassStep<I, V> pass(
            String name,
            Constructor4<P1, P2, P3, P4, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1, part2, part3, part4));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, P5, V> PassStep<I, V> pass(
            String name,
            Constructor5<P1, P2, P3, P4, P5, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1, part2, part3, part4, part5));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, P5, P6, V> PassStep<I, V> pass(
            String name,
            Constructor6<P1, P2, P3, P4, P5, P6, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1, part2, part3, part4, part5, part6));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, P5, P6, P7, V> PassStep<I, V> pass(
            String name,
            Constructor7<P1, P2, P3, P4, P5, P6, P7, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7) {
        return pass(name, Expr.<I, Object, V>template(constructor, part1, part2, part3, part4, part5, part6, part7));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, P5, P6, P7, P8, V> PassStep<I, V> pass(
            String name,
            Constructor8<P1, P2, P3, P4, P5, P6, P7, P8, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7,
            Expr<? super I, Object, ? extends P8> part8) {
        return pass(
                name, Expr.<I, Object, V>template(constructor, part1, part2, part3, part4, part5, part6, part7, part8));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, P5, P6, P7, P8, P9, V> PassStep<I, V> pass(
            String name,
            Constructor9<P1, P2, P3, P4, P5, P6, P7, P8, P9, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7,
            Expr<? super I, Object, ? extends P8> part8,
            Expr<? super I, Object, ? extends P9> part9) {
        return pass(
                name,
                Expr.<I, Object, V>template(
                        constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9));
    }

    /** Returns a Pass state that gives a record. */
    public static <I, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, V> PassStep<I, V> pass(
            String name,
            Constructor10<P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, V> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7,
            Expr<? super I, Object, ? extends P8> part8,
            Expr<? super I, Object, ? extends P9> part9,
            Expr<? super I, Object, ? extends P10> part10) {
        return pass(
                name,
                Expr.<I, Object, V>template(
                        constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9, part10));
    }

    /** Returns a Pass state that gives a value made of its input. */
    public static <I, V> PassStep<I, V> pass(String name, Expr<I, Object, V> output) {
        return new PassStep<>(new StateNode.Pass(StateName.of(name), output.tree(), null, StateNode.Extras.NONE));
    }
}
