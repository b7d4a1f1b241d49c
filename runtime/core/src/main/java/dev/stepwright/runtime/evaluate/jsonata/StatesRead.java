package dev.stepwright.runtime.evaluate.jsonata;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members of {@code $states} an expression may look at.
 *
 * @param members in the order of the text; without meaning if all are
 * @param all whether it may look at any of them, or at {@code $states} as a whole
 */
public record StatesRead(Set<String> members, boolean all) {
    private static final String STATES = "states";

    public StatesRead {
        members = Set.copyOf(members);
    }

    /** Reads a tree. Only {@code $states.name} is known to look at one member. */
    public static StatesRead of(Syntax syntax) {
        Set<String> members = new LinkedHashSet<>();
        boolean precise = collect(syntax, members);
        return new StatesRead(members, !precise);
    }

    /** Returns false if anything but a member is looked at; {@code %} can lead back to the whole. */
    private static boolean collect(Syntax syntax, Set<String> members) {
        if (isStates(syntax) || syntax instanceof Syntax.Parent) {
            return false;
        }
        List<Syntax> parts = syntax.children();
        if (syntax instanceof Syntax.Path path && isStates(path.steps().get(0))) {
            if (!(unfiltered(path.steps().get(1)) instanceof Syntax.Name name)) {
                return false;
            }
            members.add(name.name());
            parts = path.steps().subList(1, path.steps().size());
        }
        boolean precise = true;
        for (Syntax part : parts) {
            precise &= collect(part, members);
        }
        return precise;
    }

    private static boolean isStates(Syntax syntax) {
        return syntax instanceof Syntax.Variable variable && variable.name().equals(STATES);
    }

    private static Syntax unfiltered(Syntax step) {
        Syntax base = step;
        while (base instanceof Syntax.Filter || base instanceof Syntax.KeepArray) {
            base = base.children().get(0);
        }
        return base;
    }
}
