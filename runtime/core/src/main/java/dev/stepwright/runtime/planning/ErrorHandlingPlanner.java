package dev.stepwright.runtime.planning;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.RetryRule;
import dev.stepwright.asl.State;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.plan.CatchPlan;
import dev.stepwright.runtime.plan.ErrorHandling;
import dev.stepwright.runtime.plan.ErrorMatch;
import dev.stepwright.runtime.plan.Flow;
import dev.stepwright.runtime.plan.RetryPlan;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compiles {@code Retry} and {@code Catch}. */
final class ErrorHandlingPlanner {
    private static final long MOST = 99_999_999;

    private ErrorHandlingPlanner() {}

    static ErrorHandling plan(State state, Fields fields, Targets targets) {
        List<RetryPlan> retries = new ArrayList<>();
        for (RetryRule rule : state.retryRules()) {
            retries.add(retry(rule, fields.of(rule, "Retry[" + retries.size() + "]/")));
        }
        List<CatchPlan> catches = new ArrayList<>();
        for (CatchRule rule : state.catchRules()) {
            Flow flow = Flows.ofCatch(fields.of(rule, "Catch[" + catches.size() + "]/"));
            catches.add(new CatchPlan(new ErrorMatch(rule.errorEquals()), flow, targets.required(rule, "Next")));
        }
        return retries.isEmpty() && catches.isEmpty()
                ? ErrorHandling.NONE
                : new ErrorHandling(List.copyOf(retries), List.copyOf(catches));
    }

    private static RetryPlan retry(RetryRule rule, Fields fields) {
        long maxDelay = fields.integer("MaxDelaySeconds", 1, 31_622_400, 0);
        return new RetryPlan(
                new ErrorMatch(rule.errorEquals()),
                fields.integer("IntervalSeconds", 0, MOST, 1),
                fields.integer("MaxAttempts", 0, MOST, 3),
                backoffRate(fields),
                maxDelay == 0 ? null : maxDelay,
                "FULL".equals(fields.string("JitterStrategy")));
    }

    private static double backoffRate(Fields fields) {
        JsonNode rate = fields.value("BackoffRate");
        if (rate == null) {
            return 2.0;
        }
        if (!rate.isNumber() || JsonValues.nearestDouble(rate) < 1) {
            fields.mustBe("BackoffRate", "a number of at least 1.0");
            return 2.0;
        }
        return JsonValues.nearestDouble(rate);
    }
}
