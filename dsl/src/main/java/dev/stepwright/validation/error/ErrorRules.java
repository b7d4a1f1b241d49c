package dev.stepwright.validation.error;

import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** The rules for retry and catch rules. */
public final class ErrorRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new BadErrorEquals(),
            new AllNotLast(),
            new BadRetryNumbers(),
            new UnknownErrorName(),
            new ShadowedErrorName(),
            new UselessRetry(),
            new HandlingNotAllowed(),
            new LambdaNotRetried(),
            new RetryTooLong(),
            new CatchItself());

    private ErrorRules() {}

    /** Returns the names of errors that mean something, of Step Functions and of calls of functions; there are others. */
    public static List<String> names() {
        return UnknownErrorName.names();
    }
}
