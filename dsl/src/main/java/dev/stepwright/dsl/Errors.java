package dev.stepwright.dsl;

import java.util.concurrent.TimeoutException;

/**
 * The error names of the language.
 *
 * @see <a href="https://states-language.net/spec.html#appendix-a">ASL: Predefined Error Codes</a>
 */
public final class Errors {
    /** Matches every error; stands alone and last. */
    public static final String ALL = "States.ALL";
    /** A task or the machine took too long. */
    public static final String TIMEOUT = "States.Timeout";
    /** A task sent no heartbeat in time. */
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    /** A task failed; matches every error but {@link #TIMEOUT}. */
    public static final String TASK_FAILED = "States.TaskFailed";
    /** A task lacked privileges. */
    public static final String PERMISSIONS = "States.Permissions";
    /** A result could not be put where {@code ResultPath} says. */
    public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";
    /** A path in {@code Parameters} leads nowhere. */
    public static final String PARAMETER_PATH_FAILURE = "States.ParameterPathFailure";
    /** A branch of a Parallel state failed. AWS: reports the branch's own error instead. */
    public static final String BRANCH_FAILED = "States.BranchFailed";
    /** No rule of a Choice state held, and it has no default. */
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    /** An intrinsic function failed. AWS: reports {@link #RUNTIME} instead. */
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";
    /** A JSONata expression failed. */
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    /** A payload is too large. */
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    /** More items of a Map state failed than it tolerates. */
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";
    /** The items of a Map state could not be read. */
    public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
    /** The results of a Map state could not be written. */
    public static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";
    /** The machine itself is at fault. AWS: neither retried nor caught. */
    public static final String RUNTIME = "States.Runtime";

    private Errors() {}

    /**
     * Returns the name under which a definition knows an exception: that of {@link ErrorName}; {@code States.Timeout} for
     * {@link TimeoutException}; {@code States.ALL} for {@code Exception} and {@code Throwable}; else the class name.
     */
    public static String nameOf(Class<? extends Throwable> type) {
        if (type == TimeoutException.class) {
            return TIMEOUT;
        }
        if (type == Exception.class || type == Throwable.class) {
            return ALL;
        }
        ErrorName name = type.getAnnotation(ErrorName.class);
        return name == null ? type.getName() : name.value();
    }
}
