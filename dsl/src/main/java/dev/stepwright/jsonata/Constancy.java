package dev.stepwright.jsonata;

import dev.stepwright.jsonata.analysis.FreeVariables;
import dev.stepwright.jsonata.syntax.Syntax;

/** Says whether an expression is made of literals, operators and constructors alone: then nothing around it matters. */
final class Constancy {
    private Constancy() {}

    static boolean isConstant(Syntax syntax) {
        return FreeVariables.of(syntax).isEmpty() && readsNothing(syntax);
    }

    private static boolean readsNothing(Syntax syntax) {
        boolean reads = syntax instanceof Syntax.Name
                || syntax instanceof Syntax.Wildcard
                || syntax instanceof Syntax.Descendants
                || syntax instanceof Syntax.Parent
                || syntax instanceof Syntax.Call
                || syntax instanceof Syntax.Apply
                || syntax instanceof Syntax.Variable variable
                        && (variable.name().isEmpty() || variable.name().equals("$"));
        return !reads && syntax.children().stream().allMatch(Constancy::readsNothing);
    }
}
