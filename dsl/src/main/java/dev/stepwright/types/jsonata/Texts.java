package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.syntax.Parser;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parsed texts of a definition. Judging one that is no JSONata is the work of the validation; here nothing is known of it. */
public final class Texts {
    private final Map<String, Optional<Syntax>> parsed = new HashMap<>();

    /** Returns the expression of what stands between <code>{%</code> and <code>%}</code>. */
    public Optional<Syntax> expression(String text) {
        return parsed.computeIfAbsent(text, Texts::parse);
    }

    private static Optional<Syntax> parse(String text) {
        ProblemList problems = new ProblemList();
        Syntax syntax = Parser.parse(text, problems);
        return problems.isEmpty() ? Optional.of(syntax) : Optional.empty();
    }
}
