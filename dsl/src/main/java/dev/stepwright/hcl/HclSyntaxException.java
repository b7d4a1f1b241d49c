package dev.stepwright.hcl;

import dev.stepwright.json.Position;

/** A text is no HCL, or is nested too deep. */
public final class HclSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String problem;

    HclSyntaxException(Position position, String problem) {
        super("line " + position.line() + ", column " + position.column() + ": " + problem);
        this.position = position;
        this.problem = problem;
    }

    /** Returns where reading stopped. */
    public Position position() {
        return position;
    }

    /** Returns what was found there and what would be allowed, without the place. */
    public String problem() {
        return problem;
    }
}
