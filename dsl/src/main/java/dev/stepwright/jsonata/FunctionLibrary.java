package dev.stepwright.jsonata;

import dev.stepwright.jsonata.functions.StandardLibrary;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.NativeFunction;
import dev.stepwright.jsonata.value.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The functions that expressions can call without defining them. Immutable. */
public final class FunctionLibrary {
    private static final String EVAL = "eval";
    private static final FunctionLibrary STANDARD = new FunctionLibrary(StandardLibrary.functions(), true);

    private final Map<String, FunctionValue> functions;

    private FunctionLibrary(Map<String, ? extends FunctionValue> functions, boolean evaluating) {
        Map<String, FunctionValue> all = new HashMap<>(functions);
        if (evaluating) {
            all.put(EVAL, EvalFunction.of(this));
        }
        this.functions = Map.copyOf(all);
    }

    /** Returns the functions of the JSONata reference, {@code $eval} among them. */
    public static FunctionLibrary standard() {
        return STANDARD;
    }

    /**
     * Returns these functions and one more; it takes the place of one of the same name.
     *
     * @param name without {@code $}
     * @param signature in JSONata's notation, for example {@code <s-n?:s>}; arguments are checked against it
     * @param body called by any thread
     */
    public FunctionLibrary with(String name, String signature, NativeFunction.Body body) {
        Map<String, FunctionValue> more = new HashMap<>(functions);
        more.put(name, new NativeFunction(name, signature, body));
        return new FunctionLibrary(more, functions.containsKey(EVAL) && !name.equals(EVAL));
    }

    /** Returns these functions without one; to call it is then to call what is not a function. */
    public FunctionLibrary without(String name) {
        Map<String, FunctionValue> fewer = new HashMap<>(functions);
        fewer.remove(name);
        return new FunctionLibrary(fewer, fewer.containsKey(EVAL));
    }

    /**
     * How many arguments a function takes.
     *
     * @param most {@link Integer#MAX_VALUE} for any number
     */
    public record Arity(int least, int most) {}

    /** Returns how many arguments a function takes that is called by its name, without {@code $}; empty if there is none. */
    public Optional<Arity> arity(String name) {
        return functions.get(name) instanceof NativeFunction function
                ? Optional.of(new Arity(function.least(), function.most()))
                : Optional.empty();
    }

    /** Returns a function by its name without {@code $}, undefined if there is none. */
    JsonNode function(String name) {
        FunctionValue function = functions.get(name);
        return function == null ? Undefined.VALUE : function;
    }
}
