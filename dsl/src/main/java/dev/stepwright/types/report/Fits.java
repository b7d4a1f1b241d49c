package dev.stepwright.types.report;

import dev.stepwright.expression.ValueType;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;

/** Whether values are what their readers need. */
public final class Fits {
    private Fits() {}

    /** Returns whether all of a value is known or documented, and nothing of it can be what is needed. */
    public static boolean never(Value value, Need need) {
        Value told = Documented.kinds(value);
        return told.isKnown() && !told.isNever() && !can(told, need);
    }

    private static boolean can(Value value, Need need) {
        return switch (need) {
            case VALUE -> true;
            case OBJECT -> value.fields() != null;
            case ARRAY -> value.items() != null;
            case STRING, TIMESTAMP -> value.can(Kind.STRING);
            case NUMBER, INTEGER -> value.canBeNumber();
            case COUNT -> value.canBeNumber() || value.can(Kind.STRING);
            case BOOLEAN -> value.can(Kind.BOOLEAN);
            case SCALAR -> value.canBeScalar();
        };
    }

    public static String phrase(Need need) {
        return switch (need) {
            case VALUE -> "any value";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case TIMESTAMP -> "a string with a timestamp";
            case NUMBER -> "a number";
            case INTEGER, COUNT -> "an integer";
            case BOOLEAN -> "a boolean";
            case SCALAR -> "a scalar";
        };
    }

    public static Need need(ValueType type) {
        return switch (type) {
            case ANY -> Need.VALUE;
            case STRING -> Need.STRING;
            case NUMBER -> Need.NUMBER;
            case BOOLEAN -> Need.BOOLEAN;
            case ARRAY -> Need.ARRAY;
            case OBJECT -> Need.OBJECT;
        };
    }
}
