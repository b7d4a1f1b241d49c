package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a text with one word looked ahead, and the recovery from a word that should not be there. */
final class TokenStream {
    private static final Set<String> SEPARATORS = Set.of(",", ";", ":");
    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");

    private final Lexer lexer;
    private final ProblemList problems;
    private Token current;
    private @Nullable Token ahead;

    TokenStream(String text, ProblemList problems) {
        this.lexer = new Lexer(text, problems);
        this.problems = problems;
        this.current = readNext(true);
    }

    Token current() {
        return current;
    }

    boolean at(String operator) {
        return current.is(operator);
    }

    boolean atEnd() {
        return current.kind() == Token.Kind.END;
    }

    /** Returns the current word and goes on; {@code operand} says whether an operand may follow. */
    Token take(boolean operand) {
        Token taken = current;
        current = ahead == null ? readNext(operand) : ahead;
        ahead = null;
        return taken;
    }

    /** Reads one word more, so that what is wrong with it is reported before what is wrong with the current one. */
    void lookAhead() {
        if (ahead == null && !atEnd()) {
            ahead = readNext(false);
        }
    }

    private Token readNext(boolean operand) {
        Token next = lexer.next(operand);
        while (next.is("!") || next.is("~")) {
            problems.add(JsonataException.of("S0204"), next.span(), next.text(), "an operator");
            next = lexer.next(operand);
        }
        return next;
    }

    boolean skip(String operator) {
        if (at(operator)) {
            take(true);
            return true;
        }
        return false;
    }

    /** Goes past a word that must be there and returns whether it was found; {@code operand} says whether an operand may follow. */
    boolean expect(String operator, boolean operand) {
        if (!at(operator)) {
            Token found = current;
            JsonataException error = JsonataException.of(atEnd() ? "S0203" : "S0202", operator);
            problems.add(error.with("token", found.named()), found.span(), found.found(), operator);
            recover(operator);
        }
        boolean found = at(operator);
        if (found) {
            take(operand);
        }
        return found;
    }

    /** Skips to the word that is missed, but not past the end of the part that it belongs to. */
    private void recover(String operator) {
        int depth = 0;
        while (!atEnd() && !(depth == 0 && (at(operator) || SEPARATORS.contains(operatorText())))) {
            String text = operatorText();
            if (OPENING.contains(text)) {
                depth++;
            } else if (CLOSING.contains(text) && --depth < 0) {
                return;
            }
            take(!CLOSING.contains(text));
        }
    }

    private String operatorText() {
        return current.kind() == Token.Kind.OPERATOR ? current.text() : "";
    }
}
