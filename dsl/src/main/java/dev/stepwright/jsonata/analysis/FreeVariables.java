package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The variables of an expression that it does not bind itself: bindings that it needs and functions that it calls. */
public final class FreeVariables {
    private final Set<String> free = new LinkedHashSet<>();

    private FreeVariables() {}

    /** Returns the names without {@code $}, in the order of the text; the context {@code $} and the root {@code $$} are not among them. */
    public static Set<String> of(Syntax syntax) {
        FreeVariables variables = new FreeVariables();
        variables.visit(syntax, new HashSet<>());
        return Collections.unmodifiableSet(variables.free);
    }

    private void visit(Syntax syntax, Set<String> bound) {
        if (syntax instanceof Syntax.Variable variable) {
            boolean named = !variable.name().isEmpty() && !variable.name().equals("$");
            if (named && !bound.contains(variable.name())) {
                free.add(variable.name());
            }
        } else if (syntax instanceof Syntax.Lambda lambda) {
            Set<String> inner = new HashSet<>(bound);
            inner.addAll(lambda.parameters());
            inner.addAll(AssignedNames.in(lambda.body()));
            visit(lambda.body(), inner);
        } else if (syntax instanceof Syntax.Block block) {
            visitBlock(block, bound);
        } else if (syntax instanceof Syntax.Binding binding) {
            visit(binding.value(), bound);
            bound.add(binding.variable());
        } else if (syntax instanceof Syntax.Path || PathSteps.bindsVariables(syntax)) {
            Set<String> inner = new HashSet<>(bound);
            syntax.children().forEach(child -> visit(child, inner));
            PathSteps.boundBy(syntax, inner);
            bound.addAll(inner);
        } else {
            syntax.children().forEach(child -> visit(child, bound));
        }
    }

    /** A function may use a name that its block binds after it, so functions see all names of the block. */
    private void visitBlock(Syntax.Block block, Set<String> bound) {
        Set<String> inner = new HashSet<>(bound);
        Set<String> later = new HashSet<>(bound);
        block.expressions().forEach(expression -> later.addAll(AssignedNames.in(expression)));
        for (Syntax expression : block.expressions()) {
            boolean function = expression instanceof Syntax.Binding binding && binding.value() instanceof Syntax.Lambda;
            visit(expression, function ? later : inner);
            inner.addAll(AssignedNames.in(expression));
        }
    }
}
