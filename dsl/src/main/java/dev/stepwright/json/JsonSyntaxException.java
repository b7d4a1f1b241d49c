package dev.stepwright.json;

/** A text is not one JSON document: broken syntax, a repeated key, text after the end, too deep or too long. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String problem;
    private final String parserProblem;
    private final boolean isRepeatedKey;

    JsonSyntaxException(Position position, String problem) {
        this(position, problem, problem, false);
    }

    private JsonSyntaxException(Position position, String problem, String parserProblem, boolean isRepeatedKey) {
        super("line " + position.line() + ", column " + position.column() + ": " + problem);
        this.position = position;
        this.problem = problem;
        this.parserProblem = parserProblem;
        this.isRepeatedKey = isRepeatedKey;
    }

    static JsonSyntaxException repeatedKey(Position position, String problem) {
        return new JsonSyntaxException(position, problem, problem, true);
    }

    static JsonSyntaxException ofParser(Position position, String problem, String parserProblem) {
        return new JsonSyntaxException(position, problem, parserProblem, false);
    }

    /** Returns whether the text is JSON but for a key that stands twice in an object. */
    public boolean isRepeatedKey() {
        return isRepeatedKey;
    }

    /** Returns where reading stopped. */
    public Position position() {
        return position;
    }

    /** Returns what was found there and what would be allowed, without the place. */
    public String problem() {
        return problem;
    }

    /** Returns the words of Jackson, which AWS passes on as they are; {@link #problem()} where reading stopped without it. */
    public String parserProblem() {
        return parserProblem;
    }
}
