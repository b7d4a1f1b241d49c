package dev.stepwright.json;

/**
 * A text is not one JSON document (or one in YAML): broken syntax, a repeated key, text after the end, too deep or too long, or
 * something in YAML that JSON has not.
 */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        JSON,
        YAML,
        REPEATED_KEY
    }

    private final transient Position position;
    private final String problem;
    private final String parserProblem;
    private final Kind kind;

    JsonSyntaxException(Position position, String problem) {
        this(position, problem, problem, Kind.JSON);
    }

    private JsonSyntaxException(Position position, String problem, String parserProblem, Kind kind) {
        super("line " + position.line() + ", column " + position.column() + ": " + problem);
        this.position = position;
        this.problem = problem;
        this.parserProblem = parserProblem;
        this.kind = kind;
    }

    static JsonSyntaxException repeatedKey(Position position, String key, Position first) {
        String problem = "the key \"" + key + "\" is already in this object at line " + first.line();
        return new JsonSyntaxException(position, problem, problem, Kind.REPEATED_KEY);
    }

    static JsonSyntaxException ofParser(Position position, String problem, String parserProblem) {
        return new JsonSyntaxException(position, problem, parserProblem, Kind.JSON);
    }

    static JsonSyntaxException ofYaml(Position position, String problem) {
        return new JsonSyntaxException(position, problem, problem, Kind.YAML);
    }

    /** Returns the same problem, found elsewhere. */
    JsonSyntaxException at(Position other) {
        return new JsonSyntaxException(other, problem, parserProblem, kind);
    }

    /** Returns whether the text is a document but for a key that stands twice in an object. */
    public boolean isRepeatedKey() {
        return kind == Kind.REPEATED_KEY;
    }

    /** Returns whether the text was read as YAML. */
    public boolean isYaml() {
        return kind == Kind.YAML;
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
