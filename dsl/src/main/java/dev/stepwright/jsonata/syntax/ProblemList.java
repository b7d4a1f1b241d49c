package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of one text in the order they were found; the first is the one that parsing fails with. */
public final class ProblemList {
    private static final int MOST = 100;

    private final List<SyntaxProblem> problems = new ArrayList<>();
    private @Nullable JsonataException first;

    /** Adds a problem, unless another was found at the same place. */
    public void add(JsonataException error, Span span, String found, @Nullable String expected) {
        if (first == null) {
            first = error.at(span.start(), found);
        }
        boolean known = problems.stream().anyMatch(problem -> problem.start() == span.start());
        if (!known && problems.size() < MOST) {
            problems.add(SyntaxProblem.of(error.at(span.start(), found), span.start(), span.end(), found, expected));
        }
    }

    /** Returns whether the text is JSONata as far as it was read. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Returns what parsing fails with, or null. */
    public @Nullable JsonataException first() {
        return first;
    }

    /** Returns all problems in the order of their place. */
    public List<SyntaxProblem> sorted() {
        return problems.stream()
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
    }
}
