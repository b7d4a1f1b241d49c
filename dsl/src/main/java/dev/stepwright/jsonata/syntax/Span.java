package dev.stepwright.jsonata.syntax;

/**
 * The part of the text that a piece of the tree was read from. All spans are equal, so that two trees are equal when they mean the
 * same, wherever they stand.
 */
public final class Span {
    /** The span of a tree that was made, not read. */
    public static final Span NONE = new Span(-1, -1);

    private final int start;
    private final int end;

    /** Makes the span from {@code start} to before {@code end}, offsets in UTF-16 code units. */
    public Span(int start, int end) {
        this.start = start;
        this.end = end;
    }

    /** Returns the offset of the first character, or of the operator for an operation; 0 for the first of the text, -1 if unknown. */
    public int start() {
        return start;
    }

    /** Returns the offset after the last character. */
    public int end() {
        return end;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
