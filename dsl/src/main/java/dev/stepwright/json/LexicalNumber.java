package dev.stepwright.json;

import java.math.BigDecimal;
import tools.jackson.databind.node.DecimalNode;

/** A number that keeps its text, for example {@code 1e3} or {@code -0}. */
final class LexicalNumber extends DecimalNode implements Lexeme {
    private static final long serialVersionUID = 1L;

    private final String lexeme;

    LexicalNumber(String lexeme) {
        super(new BigDecimal(lexeme));
        this.lexeme = lexeme;
    }

    @Override
    public String lexeme() {
        return lexeme;
    }
}
