package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.HashSet;
import java.util.Set;

/** The names that an expression assigns for what stands beside it: not those within its blocks and functions. */
final class AssignedNames {
    private AssignedNames() {}

    static Set<String> in(Syntax syntax) {
        Set<String> names = new HashSet<>();
        collect(syntax, names);
        return names;
    }

    private static void collect(Syntax syntax, Set<String> names) {
        if (syntax instanceof Syntax.Block || syntax instanceof Syntax.Lambda) {
            return;
        }
        if (syntax instanceof Syntax.Binding binding) {
            names.add(binding.variable());
        }
        syntax.children().forEach(child -> collect(child, names));
    }
}
