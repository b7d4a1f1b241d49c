package dev.stepwright.jsonata;

import dev.stepwright.jsonata.code.Self;
import dev.stepwright.jsonata.compile.CompiledCode;
import dev.stepwright.jsonata.compile.Compiler;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Parser;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Span;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import java.util.List;

/**
 * Reads JSONata.
 *
 * <pre>{@code
 * JsonataExpression total = Jsonata.parse("$sum(order.items.(price * quantity))");
 * JsonNode value = total.evaluate(document);
 * }</pre>
 */
public final class Jsonata {
    private Jsonata() {}

    /**
     * Returns an expression that can call the standard functions.
     *
     * @throws JsonataException with the first problem of the text, codes {@code S....}
     */
    public static JsonataExpression parse(String text) {
        return parse(text, FunctionLibrary.standard());
    }

    /**
     * Returns an expression that can call the functions of a library.
     *
     * @throws JsonataException with the first problem of the text, codes {@code S....}
     */
    public static JsonataExpression parse(String text, FunctionLibrary library) {
        Reading reading = Reading.of(text, library);
        JsonataException first = reading.problems.first();
        if (first != null) {
            throw first;
        }
        return new JsonataExpression(reading.syntax, reading.code);
    }

    /** Returns everything that keeps a text from being JSONata, in the order of the text; empty if it is. */
    public static List<SyntaxProblem> problems(String text) {
        return Reading.of(text, FunctionLibrary.standard()).problems.sorted();
    }

    private record Reading(Syntax syntax, CompiledCode code, ProblemList problems) {
        private static final CompiledCode NONE = new CompiledCode(new Self(), 0, 0);

        static Reading of(String text, FunctionLibrary library) {
            ProblemList problems = new ProblemList();
            try {
                Syntax syntax = Parser.parse(text, problems);
                CompiledCode code = problems.isEmpty() ? Compiler.compile(syntax, library::function, problems) : NONE;
                return new Reading(syntax, code, problems);
            } catch (StackOverflowError tooDeep) {
                // The nesting is bounded; only a thread with a very small stack comes here.
                problems.add(JsonataException.of("S0501", Parser.DEEPEST), Span.NONE, "", null);
                return new Reading(new Syntax.Block(List.of(), Span.NONE), NONE, problems);
            }
        }
    }
}
