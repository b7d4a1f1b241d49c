package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.value.NativeFunction;
import java.util.Map;

/** All functions of the JSONata reference but {@code $eval}. */
public final class StandardLibrary {
    private static final Map<String, NativeFunction> FUNCTIONS = collect();

    private StandardLibrary() {}

    /** Returns the functions by their names without {@code $}. */
    public static Map<String, NativeFunction> functions() {
        return FUNCTIONS;
    }

    private static Map<String, NativeFunction> collect() {
        Registry registry = new Registry();
        StringFunctions.addTo(registry);
        MatchFunctions.addTo(registry);
        EncodingFunctions.addTo(registry);
        NumberFunctions.addTo(registry);
        AggregationFunctions.addTo(registry);
        BooleanFunctions.addTo(registry);
        ArrayFunctions.addTo(registry);
        ObjectFunctions.addTo(registry);
        HigherOrderFunctions.addTo(registry);
        PictureFunctions.addTo(registry);
        return Map.copyOf(registry.functions());
    }
}
