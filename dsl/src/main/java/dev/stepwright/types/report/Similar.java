package dev.stepwright.types.report;

import dev.stepwright.asl.Spelling;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.graph.Variables;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Similar {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;

    private Similar() {}

    /** Returns which variables are assigned instead of one that is not. */
    public static String instead(String name, Variables assigned) {
        List<String> known = List.copyOf(assigned.byName().keySet());
        String instead =
                known.isEmpty() ? "no variable is assigned" : "the variables are $" + String.join(", $", known);
        return instead + hint("$", name, known);
    }

    /** Returns the variable that is probably meant by one that is not assigned. */
    public static Optional<Meant> variable(String name, Variables assigned) {
        return to(name, assigned.byName().keySet()).map(near -> new Meant("$" + name, "$" + near));
    }

    /** Returns "; did you mean ...?" if one of the names is close to the one that was written, else nothing. */
    public static String hint(String sigil, String written, Collection<String> names) {
        return to(written, names)
                .map(name -> "; did you mean " + JsonText.quote(sigil + name) + "?")
                .orElse("");
    }

    /** Returns the name that is probably meant by the one that was written. */
    public static Optional<String> to(String written, Collection<String> names) {
        if (names.contains(written) || written.length() < SHORTEST || written.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, written.length() / 3);
        return names.stream()
                .filter(name -> name.length() >= SHORTEST && name.length() <= LONGEST)
                .filter(name -> Spelling.distance(written, name) <= most)
                .min(Comparator.comparingInt((String name) -> Spelling.distance(written, name))
                        .thenComparing(name -> name));
    }
}
