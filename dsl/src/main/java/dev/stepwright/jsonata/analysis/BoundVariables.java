package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
            bound.addAll(boundBy(syntax));
            syntax.children().forEach(open::push);
        }
        return bound;
    }

    /** Returns the names that a construct binds itself, without its parts. */
    static List<String> boundBy(Syntax syntax) {
        if (syntax instanceof Syntax.Binding binding) {
            return List.of(binding.variable());
        }
        if (syntax instanceof Syntax.FocusBinding binding) {
            return List.of(binding.variable());
        }
        if (syntax instanceof Syntax.IndexBinding binding) {
            return List.of(binding.variable());
        }
        return syntax instanceof Syntax.Lambda lambda ? lambda.parameters() : List.of();
    }
}
