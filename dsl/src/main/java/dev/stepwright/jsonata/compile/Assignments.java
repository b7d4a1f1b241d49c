package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that are assigned in the frame of a part: not in the blocks and functions within it, which have their own. */
final class Assignments {
    private final Set<String> names = new LinkedHashSet<>();

    private Assignments() {}

    static Set<String> in(Iterable<Part> parts) {
        Assignments assignments = new Assignments();
        parts.forEach(assignments::collect);
        return assignments.names;
    }

    private void collect(Part part) {
        if (part.syntax instanceof Syntax.Binding binding && part.kind == Part.Kind.OTHER) {
            names.add(binding.variable());
        }
        boolean ownFrame = part.kind == Part.Kind.BLOCK || part.syntax instanceof Syntax.Lambda;
        if (!ownFrame) {
            part.parts.forEach(this::collect);
        }
        part.predicates.forEach(this::collect);
        part.terms.forEach(term -> collect(term.expression()));
        part.pairs.forEach(this::collect);
        if (part.group != null) {
            part.group.forEach(this::collect);
        }
        for (Part.Stage stage : part.stages) {
            if (stage.predicate() != null) {
                collect(stage.predicate());
            }
        }
    }

    private void collect(Part.Pair pair) {
        collect(pair.key());
        collect(pair.value());
    }
}
