package dev.stepwright.validation.rule;

import dev.stepwright.json.JsonText;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How messages say things. */
public final class Words {
    private static final int LONGEST = 80;
    private static final int MOST = 12;

    private Words() {}

    /** Returns a name or text in quotation marks, cut after 80 characters. */
    public static String quote(String text) {
        return JsonText.quote(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
    }

    /** Returns a value as it stands in the document, cut after 80 characters. */
    public static String show(JsonNode value) {
        return JsonText.excerpt(value);
    }

    /** Returns what messages call an object: the state by its name, another object by its kind. */
    public static String noun(Part part) {
        return part.isState() ? "state " + quote(part.name()) : part.kind().noun();
    }

    /** Returns {@code "A", "B" or "C"}. */
    public static String anyOf(Collection<String> names) {
        return list(names, " or ");
    }

    /** Returns {@code "A", "B" and "C"}. */
    public static String allOf(Collection<String> names) {
        return list(names, " and ");
    }

    /** Returns {@code A, B, C}, the names of fields. */
    public static String fields(Collection<String> names) {
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
    public static String didYouMean(Names names, String name) {
        return didYouMean(names.nearest(name));
    }

    /** Returns {@code ; did you mean "X"?}, or nothing if no name is meant. */
    public static String didYouMean(Optional<String> meant) {
        return meant.map(near -> "; did you mean " + quote(near) + "?").orElse("");
    }
}
