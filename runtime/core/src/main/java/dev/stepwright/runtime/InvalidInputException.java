package dev.stepwright.runtime;

/** An input that the {@link PayloadCheck} of its machine refuses; no execution has started. */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Names what is wrong.
     *
     * @param machine the machine's name
     * @param problem as {@link PayloadCheck#inputProblem} tells it
     */
    public InvalidInputException(String machine, String problem) {
        super("an execution of " + machine + " cannot start with this input: " + problem);
    }
}
