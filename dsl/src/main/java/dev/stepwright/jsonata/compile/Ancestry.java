package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.ProblemList;
import java.util.ArrayList;
import java.util.List;

/** Finds for every {@code %} the step whose input it stands for. */
final class Ancestry {
    private final ProblemList problems;
    private int labels;

    Ancestry(ProblemList problems) {
        this.problems = problems;
    }

    Slot newSlot() {
        // No variable can have such a name.
        return new Slot("!" + labels++);
    }

    /** Looks for what a predicate of a step seeks: one level up is the step itself. */
    void ofPredicate(Part step, Part predicate) {
        if (predicate.seeking == null) {
            return;
        }
        for (Slot slot : predicate.seeking) {
            if (slot.level == 1) {
                seek(step, slot);
            } else {
                slot.level--;
            }
        }
        step.seekWith(predicate);
    }

    /** Looks for what the last step of a path seeks in the steps before it. */
    void ofLastStep(Part path) {
        Part last = path.last();
        List<Slot> slots = last.seeking == null ? new ArrayList<>() : last.seeking;
        if (last.kind == Part.Kind.PARENT && last.slot != null) {
            slots.add(last.slot);
        }
        for (Slot slot : List.copyOf(slots)) {
            int index = path.parts.size() - 2;
            while (slot.level > 0) {
                if (index < 0) {
                    if (path.seeking == null) {
                        path.seeking = new ArrayList<>();
                    }
                    path.seeking.add(slot);
                    break;
                }
                Part step = path.parts.get(index--);
                // Steps that bind one after the other all start from the same item.
                while (index >= 0 && step.focus != null && path.parts.get(index).focus != null) {
                    step = path.parts.get(index--);
                }
                seek(step, slot);
            }
        }
    }

    private void seek(Part part, Slot slot) {
        switch (part.kind) {
            case NAME, LEAF -> {
                slot.level--;
                if (slot.level == 0) {
                    remember(part, slot);
                }
            }
            case PARENT -> slot.level++;
            case BLOCK -> {
                if (!part.parts.isEmpty()) {
                    part.tuple = true;
                    seek(part.last(), slot);
                }
            }
            case PATH -> {
                part.tuple = true;
                int index = part.parts.size() - 1;
                seek(part.parts.get(index--), slot);
                while (slot.level > 0 && index >= 0) {
                    seek(part.parts.get(index--), slot);
                }
            }
            default -> {
                problems.add(JsonataException.of("S0217"), part.syntax.span(), "%", null);
                slot.level = 0;
            }
        }
    }

    private static void remember(Part part, Slot slot) {
        if (part.ancestor != null) {
            slot.label = part.ancestor.label;
        }
        part.ancestor = slot;
        part.tuple = true;
    }
}
