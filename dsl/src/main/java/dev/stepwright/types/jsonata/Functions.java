package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the functions of JSONata and of Step Functions give, and which of them give nothing for nothing. */
final class Functions {
    private static final Map<String, Value> RESULTS = new HashMap<>();
    /** Those that take an undefined first argument for a value. */
    private static final Set<String> TOLERANT = Set.of(
            "count", "exists", "append", "merge", "now", "millis", "random", "uuid", "error", "assert", "zip", "type");

    /** Those that give something whenever all of their arguments are something. */
    private static final Set<String> TOTAL = Set.of(
            "string",
            "substring",
            "substringBefore",
            "substringAfter",
            "lowercase",
            "uppercase",
            "trim",
            "pad",
            "replace",
            "formatNumber",
            "formatBase",
            "formatInteger",
            "now",
            "fromMillis",
            "encodeUrl",
            "encodeUrlComponent",
            "decodeUrl",
            "decodeUrlComponent",
            "base64encode",
            "base64decode",
            "uuid",
            "hash",
            "type",
            "number",
            "abs",
            "floor",
            "ceil",
            "round",
            "power",
            "sqrt",
            "sum",
            "random",
            "millis",
            "count",
            "length",
            "boolean",
            "not",
            "exists",
            "contains");

    /** Only functions whose first argument is of one type, be it their first parameter, or the second with the context for the first. */
    private static final Map<String, Need> NEEDS = new HashMap<>();

    /** Those whose first argument may be one or many. */
    private static final Set<String> OF_ONE_OR_MANY = Set.of("join", "sum", "max", "min", "average");

    /** Those whose first argument is an array, or they would be pointless. */
    private static final Set<String> OF_ARRAYS =
            Set.of("count", "append", "reverse", "shuffle", "sort", "map", "filter", "single", "reduce", "partition");

    static {
        needs(Need.STRING, "lowercase", "uppercase", "trim", "length", "base64encode", "base64decode", "join");
        needs(Need.STRING, "substringBefore", "substringAfter", "contains", "split", "match", "replace", "toMillis");
        needs(Need.STRING, "encodeUrl", "encodeUrlComponent", "decodeUrl", "decodeUrlComponent", "parseInteger");
        needs(
                Need.NUMBER,
                "abs",
                "floor",
                "ceil",
                "sqrt",
                "sum",
                "max",
                "min",
                "average",
                "round",
                "power",
                "formatBase");
        Value string = Value.scalar(Kind.STRING);
        Value number = Value.scalar(Kind.NUMBER, Kind.INTEGER);
        put(string, "string", "substring", "substringBefore", "substringAfter", "lowercase", "uppercase", "trim");
        put(string, "pad", "join", "replace", "formatNumber", "formatBase", "formatInteger", "now", "fromMillis");
        put(string, "encodeUrl", "encodeUrlComponent", "decodeUrl", "decodeUrlComponent", "base64encode");
        put(string, "base64decode", "uuid", "hash", "type");
        put(number, "sum", "max", "min", "average", "number", "abs", "floor", "ceil", "round", "power", "sqrt");
        put(number, "random", "parseInteger");
        put(Value.scalar(Kind.INTEGER), "count", "length", "millis", "toMillis");
        put(Value.scalar(Kind.BOOLEAN), "boolean", "not", "exists", "contains");
        put(Value.ANY, "append", "reverse", "shuffle", "sort", "distinct", "zip", "map", "filter", "single", "reduce");
        put(Value.ANY, "each", "sift", "match", "split", "keys", "lookup", "spread", "merge", "clone", "error");
        put(Value.ANY, "assert", "partition", "range", "parse", "eval");
    }

    private Functions() {}

    private static void needs(Need need, String... names) {
        for (String name : names) {
            NEEDS.put(name, need);
        }
    }

    private static void put(Value result, String... names) {
        for (String name : names) {
            RESULTS.put(name, result);
        }
    }

    /** Returns what the argument of a function needs to be, or, of one that takes many, each of its elements; any value for most. */
    static Need need(String name) {
        return NEEDS.getOrDefault(name, Need.VALUE);
    }

    /** Returns what a function takes its first argument for; any value where it may be one of something, or many. */
    static Need use(String name) {
        if (OF_ARRAYS.contains(name)) {
            return Need.ARRAY;
        }
        return OF_ONE_OR_MANY.contains(name) ? Need.VALUE : need(name);
    }

    /** Returns what a function gives; null if there is no such function. */
    static @Nullable Value result(String name) {
        return RESULTS.get(name);
    }

    /** Returns whether a function gives something whenever all of its arguments are something. */
    static boolean isTotal(String name) {
        return TOTAL.contains(name);
    }

    /** Returns whether a function is undefined if its first argument is. */
    static boolean isUndefinedForUndefined(String name) {
        return RESULTS.containsKey(name) && !TOLERANT.contains(name);
    }
}
