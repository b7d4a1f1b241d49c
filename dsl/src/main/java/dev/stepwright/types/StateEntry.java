package dev.stepwright.types;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a state starts with.
 *
 * @param input the state's input, before {@code InputPath}
 * @param variables those that some way to the state assigns, by their names, without {@code $}
 * @param context the Context Object
 */
public record StateEntry(Shape input, Map<String, Shape> variables, Shape context) {
    /** What a state starts with of which nothing is known. */
    public static final StateEntry UNKNOWN = new StateEntry(Shape.ANY, Map.of(), Shape.ANY);

    public StateEntry {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
