package dev.stepwright.json;

import tools.jackson.databind.node.StringNode;

/** A string that keeps the escapes it was written with. */
final class LexicalString extends StringNode implements Lexeme {
    private static final long serialVersionUID = 1L;

    private final String lexeme;

    LexicalString(String value, String lexeme) {
        super(value);
        this.lexeme = lexeme;
    }

    @Override
    public String lexeme() {
        return lexeme;
    }
}
