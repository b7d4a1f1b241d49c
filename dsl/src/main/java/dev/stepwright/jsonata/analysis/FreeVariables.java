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
            inner.addAll(BoundVariables.boundBy(lambda));
            assigned(lambda.body(), inner);
            visit(lambda.body(), inner);
        } else if (syntax instanceof Syntax.Block block) {
            visitBlock(block, bound);
        } else {
            syntax.children().forEach(child -> visit(child, bound));
            bound.addAll(BoundVariables.boundBy(syntax));
        }
    }

    /** A function may use a name that its block binds after it, so functions see all names of the block. */
    private void visitBlock(Syntax.Block block, Set<String> bound) {
        Set<String> inner = new HashSet<>(bound);
        Set<String> later = new HashSet<>(bound);
        block.expressions().forEach(expression -> assigned(expression, later));
        for (Syntax expression : block.expressions()) {
            boolean function = expression instanceof Syntax.Binding binding && binding.value() instanceof Syntax.Lambda;
            visit(expression, function ? later : inner);
            assigned(expression, inner);
        }
    }

    /** Adds the names that an expression assigns for what stands beside it: not those within its blocks and functions. */
    private static void assigned(Syntax syntax, Set<String> names) {
        if (syntax instanceof Syntax.Block || syntax instanceof Syntax.Lambda) {
            return;
        }
        if (syntax instanceof Syntax.Binding binding) {
            names.add(binding.variable());
        }
        syntax.children().forEach(child -> assigned(child, names));
    }
}
