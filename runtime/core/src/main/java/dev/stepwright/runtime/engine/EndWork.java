package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.plan.FailStep;
import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.SucceedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Succeed or a Fail: the end of a scope. */
record EndWork(Activation activation) {
    void succeed(SucceedStep step, Frame frame) {
        Bindings bindings = activation.bindings(frame);
        JsonNode input = step.flow().input(bindings);
        activation.leaving.leave(frame, step.flow(), ScopePlan.END, bindings, input);
    }

    void fail(FailStep step, Frame frame) {
        Bindings bindings = activation.bindings(frame);
        String error = text(step.error(), bindings);
        String cause = text(step.cause(), bindings);
        activation.failing.failed(frame, new ExecutionError(error, cause, List.of(), false));
    }

    private static @Nullable String text(@Nullable Expression expression, Bindings bindings) {
        if (expression == null) {
            return null;
        }
        JsonNode value = expression.evaluate(bindings);
        return value.isString() ? value.stringValue() : dev.stepwright.json.JsonText.compact(value);
    }
}
