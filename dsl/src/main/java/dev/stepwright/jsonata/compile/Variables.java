package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Places;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that one frame holds, each with its place. */
final class Variables {
    final Places places = new Places();
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<String> always = new HashSet<>();

    /** Returns the variables of tuples: the first place holds the item. */
    static Variables ofTuples() {
        Variables variables = new Variables();
        variables.places.add();
        return variables;
    }

    int declare(String name) {
        return names.computeIfAbsent(name, unknown -> places.add());
    }

    /** Declares a name that is assigned before anything reads it, as a parameter is. */
    int declareAssigned(String name) {
        always.add(name);
        return declare(name);
    }

    @Nullable
    Integer place(String name) {
        return names.get(name);
    }

    boolean isAlwaysAssigned(String name) {
        return always.contains(name);
    }
}
