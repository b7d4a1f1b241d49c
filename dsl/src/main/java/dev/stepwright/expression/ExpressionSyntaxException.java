package dev.stepwright.expression;

/** A text is not a path, intrinsic function call or template key of ASL. */
public final class ExpressionSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String problem;

    /**
     * @param offset where in the text, in characters from 0; its length if something is missing at the end
     * @param problem what was found and what is allowed, without the offset
     */
    public ExpressionSyntaxException(int offset, String problem) {
        super(problem + " (at character " + (offset + 1) + ")");
        this.offset = offset;
        this.problem = problem;
    }

    /** Returns where in the text, in characters from 0. */
    public int offset() {
        return offset;
    }

    /** Returns what was found and what is allowed, without the offset. */
    public String problem() {
        return problem;
    }
}
