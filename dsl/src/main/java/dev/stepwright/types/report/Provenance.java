package dev.stepwright.types.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/**
 * Where a value comes from that is handed on as it came.
 *
 * @param state where the Task state stands whose result it is, or is a part of; empty if it is the machine's input, or a part of it
 * @param path the names of members that lead to it, and {@link #ELEMENT} for what an array holds; empty for the whole
 * @param orNull whether it may also be null where it is handed on, such as an element past the end of an array
 */
public record Provenance(Optional<JsonPointer> state, List<String> path, boolean orNull) {
    /** The step from an array to its elements, whichever it is. */
    public static final String ELEMENT = "[]";

    public Provenance {
        path = List.copyOf(path);
    }

    /** Returns where a member of the value comes from. */
    public Provenance at(String name) {
        return new Provenance(
                state, Stream.concat(path.stream(), Stream.of(name)).toList(), false);
    }

    /** Returns the same of a value that may also be null. */
    public Provenance nullable() {
        return new Provenance(state, path, true);
    }
}
