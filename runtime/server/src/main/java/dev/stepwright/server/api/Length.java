package dev.stepwright.server.api;

/**
 * How long a text may be, in UTF-16 code units.
 *
 * @param atLeast the shortest that is accepted
 * @param atMost the longest that is accepted
 */
public record Length(int atLeast, int atMost) {
    public static final Length ARN = new Length(1, 256);
    public static final Length LONG_ARN = new Length(1, 2000);
    public static final Length NAME = new Length(1, 80);
    public static final Length DEFINITION = new Length(1, 1_048_576);
    /** Input and output of executions and tasks. */
    public static final Length DATA = new Length(0, 262_144);

    public static final Length DESCRIPTION = new Length(0, 256);
    public static final Length ERROR = new Length(0, 256);
    public static final Length CAUSE = new Length(0, 32_768);
    public static final Length TRACE_HEADER = new Length(0, 256);
    public static final Length TASK_TOKEN = new Length(1, 2048);
    public static final Length PAGE_TOKEN = new Length(1, 1024);
    /** The page token of ListExecutions. */
    public static final Length LONG_PAGE_TOKEN = new Length(1, 3096);

    public static final Length CLIENT_TOKEN = new Length(1, 64);

    static final Length ANY = new Length(0, Integer.MAX_VALUE);
}
