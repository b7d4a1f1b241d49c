package dev.stepwright.server.api;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the members of one request, in the words of AWS. */
final class Violations {
    private static final int LONGEST_VALUE = 4096;
    private static final String ABSENT = "Member must not be null";

    private final List<String> found = new ArrayList<>();

    void missing(String path) {
        tell(" null", path, ABSENT);
    }

    void missing(String path, Length length) {
        tell(length.isSensitive() ? "" : " null", path, ABSENT);
    }

    void add(String path, String value, String constraint) {
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        tell(" '" + shown + "'", path, constraint);
    }

    /** Adds what is wrong with the length of a text, if anything is. */
    void check(String path, String value, Length length) {
        String constraint = length.violatedBy(value);
        if (constraint != null && length.isSensitive()) {
            tell("", path, constraint);
        } else if (constraint != null) {
            add(path, value, constraint);
        }
    }

    private void tell(String value, String path, String constraint) {
        found.add("Value" + value + " at '" + path + "' failed to satisfy constraint: " + constraint);
    }

    /** Throws one error for everything found; does nothing where nothing was. */
    void check() {
        if (!found.isEmpty()) {
            throw ApiError.violation(found.size()
                    + (found.size() == 1 ? " validation error detected: " : " validation errors detected: ")
                    + String.join("; ", found));
        }
    }
}
