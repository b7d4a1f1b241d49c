package dev.stepwright.runtime.binary;

/** What a JSON value begins with. These are stored: never change one, only add. */
final class JsonTag {
    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int MISSING = 3;
    static final int STRING = 4;
    static final int INT = 5;
    static final int LONG = 6;
    static final int DOUBLE = 7;
    static final int FLOAT = 8;
    static final int SHORT = 9;
    static final int BIG_INTEGER = 10;
    static final int DECIMAL = 11;
    /** A scalar with the text it had in its document. */
    static final int LEXEME = 12;

    static final int ARRAY = 13;
    static final int OBJECT = 14;
    /** An array or object that has been written before. */
    static final int AGAIN = 15;

    static final int BYTES = 16;
    /** What no reader asks for, see {@link BinaryWriter#DEEPEST}. */
    static final int TOO_DEEP = 17;

    private JsonTag() {}
}
