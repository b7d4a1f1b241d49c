package dev.stepwright.asl.diff;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.List;

/** What is different between two definitions: added, removed and changed states, fields and transitions. Empty if they are equal. */
public final class DefinitionDiff {
    private final List<Change> changes;

    private DefinitionDiff(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    /**
     * Compares two definitions; as {@link StateMachineDefinition#equals} does, whatever their order of members and layout. A placeholder that stands bare is
     * another value than the same in quotes.
     */
    public static DefinitionDiff between(StateMachineDefinition before, StateMachineDefinition after) {
        return new DefinitionDiff(new Comparison().machines(List.of(), before.unfilled(), after.unfilled()));
    }

    /** Returns the differences, outer before inner: those of the machine itself, then those of each state in its order. */
    public List<Change> changes() {
        return changes;
    }

    /** Returns whether the definitions are equal. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the differences as text, a line each, under the states in which they are; empty if there are none. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        List<String> place = List.of();
        for (Change change : changes) {
            if (!change.place().equals(place)) {
                headings(place, change.place(), out);
                place = change.place();
            }
            out.append("  ".repeat(place.size())).append(change).append('\n');
        }
        return out.toString();
    }

    private static void headings(List<String> last, List<String> place, StringBuilder out) {
        int same = 0;
        while (same < last.size() && same < place.size() && last.get(same).equals(place.get(same))) {
            same++;
        }
        for (int i = same; i < place.size(); i++) {
            out.append("  ".repeat(i)).append("in ").append(place.get(i)).append('\n');
        }
    }
}
