package dev.stepwright.validation;

import dev.stepwright.json.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How messages say things. */
final class Words {
    private static final int LONGEST = 80;
    private static final int MOST = 12;

    private Words() {}

    /** Returns a name or text in quotation marks, cut after 80 characters. */
    static String quote(String text) {
        return JsonText.quote(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
    }

    /** Returns a value as it stands in the document, cut after 80 characters. */
    static String show(JsonNode value) {
        return JsonText.excerpt(value);
    }

    /** Returns {@code "A", "B" or "C"}. */
    static String anyOf(Collection<String> names) {
        return list(names, " or ");
    }

    /** Returns {@code "A", "B" and "C"}. */
    static String allOf(Collection<String> names) {
        return list(names, " and ");
    }

    /** Returns {@code A, B, C}, the names of fields. */
    static String fields(Collection<String> names) {
        String listed = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() > MOST ? listed + " and " + (names.size() - MOST) + " more" : listed;
    }

    private static String list(Collection<String> names, String word) {
        List<String> quoted = names.stream().limit(MOST).map(Words::quote).collect(Collectors.toList());
        if (names.size() > MOST) {
            return String.join(", ", quoted) + " and " + (names.size() - MOST) + " more";
        }
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String last = quoted.remove(quoted.size() - 1);
        return String.join(", ", quoted) + word + last;
    }

    /** Returns {@code ; did you mean "X"?}, or nothing if no name is similar. */
    static String didYouMean(Names names, String name) {
        return names.nearest(name)
                .map(near -> "; did you mean " + quote(near) + "?")
                .orElse("");
    }

    /** Returns what the service says of an object with several fields of which it may have one. */
    static String onlyOneOf(List<String> fields) {
        return "There should only be one of the following fields: " + fields;
    }

    /** Returns what the service says of an object with none of the fields of which it has to have one. */
    static String noneOf(List<String> fields) {
        return "This object should have only one of the following fields: " + fields;
    }

    /** Returns what the service says of a name that is too long. */
    static String tooLong(String of, String name, int longest) {
        return "%s '%s' exceeds the %d-character limit allowed by the service".formatted(of, name, longest);
    }

    /** Returns what the service says of a resource that it does not know. */
    static String unrecognized(String resource) {
        return "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
                .formatted(resource);
    }
}
