package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Kind;
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

    static {
        Value string = Value.scalar(Kind.STRING);
        Value number = Value.scalar(Kind.NUMBER, Kind.INTEGER);
        put(string, "string", "substring", "substringBefore", "substringAfter", "lowercase", "uppercase", "trim");
        put(string, "pad", "join", "replace", "formatNumber", "formatBase", "formatInteger", "now", "fromMillis");
        put(string, "encodeUrl", "encodeUrlComponent", "decodeUrl", "decodeUrlComponent", "base64encode");
        put(string, "base64decode", "uuid", "hash", "type");
        put(number, "sum", "max", "min", "average", "number", "abs", "floor", "ceil", "round", "power", "sqrt");
        put(number, "random", "millis", "toMillis", "count", "length", "parseInteger");
        put(Value.scalar(Kind.BOOLEAN), "boolean", "not", "exists", "contains");
        put(Value.ANY, "append", "reverse", "shuffle", "sort", "distinct", "zip", "map", "filter", "single", "reduce");
        put(Value.ANY, "each", "sift", "match", "split", "keys", "lookup", "spread", "merge", "clone", "error");
        put(Value.ANY, "assert", "partition", "range", "parse", "eval");
    }

    private Functions() {}

    private static void put(Value result, String... names) {
        for (String name : names) {
            RESULTS.put(name, result);
        }
    }

    /** Returns what a function gives; null if there is no such function. */
    static @Nullable Value result(String name) {
        return RESULTS.get(name);
    }

    /** Returns whether a function is undefined if its first argument is. */
    static boolean isUndefinedForUndefined(String name) {
        return RESULTS.containsKey(name) && !TOLERANT.contains(name);
    }
}
