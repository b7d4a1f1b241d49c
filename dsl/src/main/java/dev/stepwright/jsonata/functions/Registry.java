package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.value.NativeFunction;
import java.util.HashMap;
import java.util.Map;

/** Functions by name, while they are collected. */
final class Registry {
    private final Map<String, NativeFunction> functions = new HashMap<>();

    void add(String name, String signature, NativeFunction.Body body) {
        functions.put(name, new NativeFunction(name, signature, body));
    }

    /** Adds a function that gets only so many arguments from higher-order functions. */
    void add(int arity, String name, String signature, NativeFunction.Body body) {
        functions.put(name, NativeFunction.ofArity(arity, name, signature, body));
    }

    /** Adds a function of a first argument that may be undefined; then so is the result. */
    void onDefined(String name, String signature, NativeFunction.Body body) {
        add(
                name,
                signature,
                (arguments, context, evaluation) ->
                        arguments[0].isMissingNode() ? arguments[0] : body.apply(arguments, context, evaluation));
    }

    Map<String, NativeFunction> functions() {
        return functions;
    }
}
