package dev.stepwright.jsonata.analysis;

import java.util.List;

/**
 * Fields that an expression reads, one within the other.
 *
 * @param root the variable that they begin with, empty for the context {@code $}, {@code $} for the root {@code $$}
 * @param fields outermost first; arrays on the way are passed through
 */
public record ReadPath(String root, List<String> fields) {
    public ReadPath {
        fields = List.copyOf(fields);
    }

    /** Returns the path as JSONata. */
    @Override
    public String toString() {
        return fields.isEmpty() ? "$" + root : "$" + root + "." + String.join(".", fields);
    }
}
