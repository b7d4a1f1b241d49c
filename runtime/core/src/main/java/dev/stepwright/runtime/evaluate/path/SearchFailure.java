package dev.stepwright.runtime.evaluate.path;

/** A search was given up. Has no stack trace. */
public final class SearchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    SearchFailure(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** Returns why. */
    public String problem() {
        return problem;
    }
}
