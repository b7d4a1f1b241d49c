package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.Set;

/** What the steps of a path bind with {@code @} and {@code #}. */
final class PathSteps {
    private PathSteps() {}

    static boolean bindsVariables(Syntax syntax) {
        return syntax instanceof Syntax.FocusBinding
                || syntax instanceof Syntax.IndexBinding
                || syntax instanceof Syntax.Filter
                || syntax instanceof Syntax.Sort
                || syntax instanceof Syntax.GroupBy;
    }

    static void boundBy(Syntax syntax, Set<String> names) {
        if (syntax instanceof Syntax.FocusBinding binding) {
            names.add(binding.variable());
        } else if (syntax instanceof Syntax.IndexBinding binding) {
            names.add(binding.variable());
        }
    }
}
