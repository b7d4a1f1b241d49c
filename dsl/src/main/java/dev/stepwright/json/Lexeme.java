package dev.stepwright.json;

/** A scalar whose text in its document is not the text that printing its value would give, as {@code 1e3} or {@code "\\/"}. */
interface Lexeme {
    /** Returns the value as it stood in the document. */
    String lexeme();
}
