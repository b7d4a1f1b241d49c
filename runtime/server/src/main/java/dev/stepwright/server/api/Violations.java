package dev.stepwright.server.api;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the members of one request, in the words of AWS. */
final class Violations {
    private static final int LONGEST_VALUE = 4096;

    private final List<String> found = new ArrayList<>();

    void missing(String path) {
        found.add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
    }

    void add(String path, String value, String constraint) {
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        found.add("Value '" + shown + "' at '" + path + "' failed to satisfy constraint: " + constraint);
    }

    /** Throws one error for everything found; does nothing where nothing was. */
    void check() {
        if (!found.isEmpty()) {
            throw ApiError.validation(found.size()
                    + (found.size() == 1 ? " validation error detected: " : " validation errors detected: ")
                    + String.join("; ", found));
        }
    }
}
