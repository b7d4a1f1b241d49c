package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a function of JSONata, or of Step Functions, before it is called.
 *
 * @param result what it gives
 * @param need what its first argument needs to be, or, where that may be one or many, each of them; any value where that may be the second
 *     parameter, of another type, with the context for the first
 * @param use what it takes its first argument for; any value where that may be one or many
 * @param isStrict whether it is undefined if its first argument is
 * @param isTotal whether it gives something whenever all of its arguments are something
 */
record Function(Value result, Need need, Need use, boolean isStrict, boolean isTotal) {
    private static final Map<String, Function> BY_NAME = new HashMap<>();

    static {
        Function string = giving(Value.scalar(Kind.STRING));
        Function number = giving(Value.scalar(Kind.NUMBER, Kind.INTEGER));
        Function integer = giving(Value.scalar(Kind.INTEGER));
        Function truth = giving(Value.scalar(Kind.BOOLEAN));
        Function any = giving(Value.ANY);

        put(string.total(), "string", "substring", "pad", "formatNumber", "formatInteger", "fromMillis", "hash");
        put(string.total().of(Need.STRING), "substringBefore", "substringAfter", "lowercase", "uppercase", "trim");
        put(string.total().of(Need.STRING), "replace", "encodeUrl", "encodeUrlComponent", "base64encode");
        put(string.total().of(Need.STRING), "decodeUrl", "decodeUrlComponent", "base64decode");
        put(string.total().of(Need.NUMBER), "formatBase");
        put(string.total().tolerant(), "now", "uuid", "type");
        put(string.ofEach(Need.STRING), "join");

        put(number.total(), "number");
        put(number.total().of(Need.NUMBER), "abs", "floor", "ceil", "round", "power", "sqrt");
        put(number.total().ofEach(Need.NUMBER), "sum");
        put(number.total().tolerant(), "random");
        put(number.ofEach(Need.NUMBER), "max", "min", "average");
        put(number.of(Need.STRING), "parseInteger");

        put(integer.total().of(Need.STRING), "length");
        put(integer.total().tolerant(), "millis");
        put(integer.total().tolerant().ofArray(), "count");
        put(integer.of(Need.STRING), "toMillis");

        put(truth.total(), "boolean", "not");
        put(truth.total().of(Need.STRING), "contains");
        put(truth.total().tolerant(), "exists");

        put(any, "distinct", "each", "sift", "keys", "lookup", "spread", "clone", "range", "parse", "eval");
        put(any.of(Need.STRING), "match", "split");
        put(any.ofArray(), "reverse", "shuffle", "sort", "map", "filter", "single", "reduce", "partition");
        put(any.tolerant(), "zip", "merge", "error", "assert");
        put(any.tolerant().ofArray(), "append");
    }

    private static Function giving(Value result) {
        return new Function(result, Need.VALUE, Need.VALUE, true, false);
    }

    private Function of(Need first) {
        return new Function(result, first, first, isStrict, isTotal);
    }

    private Function ofEach(Need first) {
        return new Function(result, first, Need.VALUE, isStrict, isTotal);
    }

    private Function ofArray() {
        return new Function(result, Need.VALUE, Need.ARRAY, isStrict, isTotal);
    }

    private Function tolerant() {
        return new Function(result, need, use, false, isTotal);
    }

    private Function total() {
        return new Function(result, need, use, isStrict, true);
    }

    private static void put(Function function, String... names) {
        for (String name : names) {
            BY_NAME.put(name, function);
        }
    }

    /** Returns the function of a name; null if there is none. */
    static @Nullable Function named(String name) {
        return BY_NAME.get(name);
    }
}
