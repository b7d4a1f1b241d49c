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
}
