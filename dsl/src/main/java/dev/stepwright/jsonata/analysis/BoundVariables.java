package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The variables that an expression binds itself, anywhere in it. */
public final class BoundVariables {
    private BoundVariables() {}

    /** Returns the names without {@code $}. */
    public static Set<String> of(Syntax expression) {
        Set<String> bound = new HashSet<>();
        Deque<Syntax> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Syntax syntax = open.pop();
            if (syntax instanceof Syntax.Binding binding) {
                bound.add(binding.variable());
            } else if (syntax instanceof Syntax.FocusBinding binding) {
                bound.add(binding.variable());
            } else if (syntax instanceof Syntax.IndexBinding binding) {
                bound.add(binding.variable());
            } else if (syntax instanceof Syntax.Lambda lambda) {
                bound.addAll(lambda.parameters());
            }
            syntax.children().forEach(open::push);
        }
        return bound;
    }
}
