package dev.stepwright.server.trial;

import dev.stepwright.runtime.plan.CatchPlan;
import dev.stepwright.runtime.plan.HandlesErrors;
import dev.stepwright.runtime.plan.RetryPlan;
import dev.stepwright.server.api.TestState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the retry and catch rules of a state say of an error. */
final class ErrorRules {
    static final String CAUGHT = "CAUGHT_ERROR";

    private final TestState request;
    private final TriedState tried;
    private final Inspection seen;

    ErrorRules(TestState request, TriedState tried, Inspection seen) {
        this.request = request;
        this.tried = tried;
        this.seen = seen;
    }

    /**
     * What becomes of an error.
     *
     * @param status RETRIABLE, CAUGHT_ERROR or FAILED
     * @param rule the catch rule that matches; null for the other two
     */
    record Verdict(String status, @Nullable CatchPlan rule) {}

    /** Notes which rule the error meets. The first retry rule that matches decides; the catch rules come after it. */
    Verdict verdict(StateFailure failure) {
        if (tried.step() instanceof HandlesErrors step && !failure.isTerminal()) {
            if (isRetried(step.errorHandling().retries(), failure)) {
                return new Verdict("RETRIABLE", null);
            }
            List<CatchPlan> rules = step.errorHandling().catches();
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).errors().matches(failure.error(), failure.alias(step))) {
                    seen.errorDetails().put("catchIndex", i);
                    return new Verdict(CAUGHT, rules.get(i));
                }
            }
        }
        return new Verdict("FAILED", null);
    }

    private boolean isRetried(List<RetryPlan> rules, StateFailure failure) {
        int done = request.stateConfiguration().retrierRetryCount();
        for (int i = 0; i < rules.size(); i++) {
            RetryPlan rule = rules.get(i);
            if (rule.errors().matches(failure.error(), failure.alias(tried.step()))) {
                ObjectNode details = seen.errorDetails().put("retryIndex", i);
                if (done >= rule.maxAttempts()) {
                    return false;
                }
                details.put("retryBackoffIntervalSeconds", rule.delayAfter(done).toSeconds());
                return true;
            }
        }
        return false;
    }
}
