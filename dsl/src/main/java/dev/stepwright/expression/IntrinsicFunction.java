package dev.stepwright.expression;

import java.util.List;
import java.util.Optional;

/** The intrinsic functions, each with what it takes and gives. ASL: Appendix B. */
public enum IntrinsicFunction {
    FORMAT("States.Format", ValueType.STRING, 1, Limits.MANY, ValueType.STRING, ValueType.ANY),
    STRING_TO_JSON("States.StringToJson", ValueType.ANY, 1, 1, ValueType.STRING),
    JSON_TO_STRING("States.JsonToString", ValueType.STRING, 1, 1, ValueType.ANY),
    ARRAY("States.Array", ValueType.ARRAY, 0, Limits.MANY, ValueType.ANY),
    ARRAY_PARTITION("States.ArrayPartition", ValueType.ARRAY, 2, 2, ValueType.ARRAY, ValueType.NUMBER),
    ARRAY_CONTAINS("States.ArrayContains", ValueType.BOOLEAN, 2, 2, ValueType.ARRAY, ValueType.ANY),
    ARRAY_RANGE("States.ArrayRange", ValueType.ARRAY, 3, 3, ValueType.NUMBER),
    ARRAY_GET_ITEM("States.ArrayGetItem", ValueType.ANY, 2, 2, ValueType.ARRAY, ValueType.NUMBER),
    ARRAY_LENGTH("States.ArrayLength", ValueType.NUMBER, 1, 1, ValueType.ARRAY),
    ARRAY_UNIQUE("States.ArrayUnique", ValueType.ARRAY, 1, 1, ValueType.ARRAY),
    BASE64_ENCODE("States.Base64Encode", ValueType.STRING, 1, 1, ValueType.STRING),
    BASE64_DECODE("States.Base64Decode", ValueType.STRING, 1, 1, ValueType.STRING),
    HASH("States.Hash", ValueType.STRING, 2, 2, ValueType.ANY, ValueType.STRING),
    JSON_MERGE("States.JsonMerge", ValueType.OBJECT, 3, 3, ValueType.OBJECT, ValueType.OBJECT, ValueType.BOOLEAN),
    MATH_RANDOM("States.MathRandom", ValueType.NUMBER, 2, 3, ValueType.NUMBER),
    MATH_ADD("States.MathAdd", ValueType.NUMBER, 2, 2, ValueType.NUMBER),
    STRING_SPLIT("States.StringSplit", ValueType.ARRAY, 2, 2, ValueType.STRING),
    UUID("States.UUID", ValueType.STRING, 0, 0, ValueType.ANY);

    private final String asl;
    private final ValueType result;
    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<ValueType> parameters;

    IntrinsicFunction(String asl, ValueType result, int least, int most, ValueType... parameters) {
        this.asl = asl;
        this.result = result;
        this.least = least;
        this.most = most;
        this.parameters = List.of(parameters);
    }

    /** Returns the function of a name such as {@code States.Format}. */
    public static Optional<IntrinsicFunction> named(String asl) {
        for (IntrinsicFunction function : values()) {
            if (function.asl.equals(asl)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in ASL. */
    public String asl() {
        return asl;
    }

    /** Returns the type of what it gives. */
    public ValueType result() {
        return result;
    }

    /** Returns how few arguments it takes. */
    public int least() {
        return least;
    }

    /** Returns how many arguments it takes. */
    public int most() {
        return most;
    }

    /**
     * Returns the type of an argument.
     *
     * @param index from 0; the last type stands for all further arguments
     */
    public ValueType parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** Returns how many arguments it takes, for a message: "2 arguments", "2 to 3 arguments", "at least 1 argument". */
    String arity() {
        String count = least == most ? "" + least : most == Limits.MANY ? "at least " + least : least + " to " + most;
        return count + (least == 1 ? " argument" : " arguments");
    }

    /** Constants that the constants above need. */
    private static final class Limits {
        /** As good as no upper limit. */
        static final int MANY = 1000;
    }
}
