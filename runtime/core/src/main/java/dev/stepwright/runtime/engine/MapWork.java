package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.MapTerms;
import dev.stepwright.runtime.plan.NumberField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Map: one iteration for each item, or, distributed, one execution for each item or batch. */
record MapWork(Activation activation) {
    void begin(MapStep step, Frame frame) {
        MapTerms terms = step.terms();
        if (terms.unsupported() != null) {
            throw new EvaluationFailure(ExecutionError.RUNTIME, terms.unsupported(), null);
        }
        Bindings raw = activation.bindings(frame);
        JsonNode input = step.flow().input(raw);
        Bindings bindings = input == frame.input ? raw : raw.withInput(input);
        JsonNode items = terms.items().evaluate(bindings);
        int concurrency = concurrency(terms.maxConcurrency(), bindings);
        activation.record(frame, new Event.MapStarted(items.size()));
        double tolerated = tolerated(terms, bindings, items.size());
        List<Group.Child> children = new ItemInputs(step, frame, bindings).children(items);
        Group group = new Group(frame, true, step.isDistributed(), children.size(), concurrency, children::get);
        group.toleratedFailures = tolerated;
        if (step.isDistributed()) {
            String run = MapRuns.arn(activation, step);
            activation.record(frame, new Event.MapRunStarted(run));
        }
        activation.groups.start(group);
    }

    private static int concurrency(@Nullable NumberField field, Bindings bindings) {
        double most = field == null ? 0 : field.value(bindings);
        if (most < 0) {
            throw new EvaluationFailure(ExecutionError.RUNTIME, "MaxConcurrency cannot be negative.", null);
        }
        return most == 0 || most > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) most;
    }

    /** Returns how many items may fail: what the count or the percentage allows, whichever is less where both are given. */
    private static double tolerated(MapTerms terms, Bindings bindings, int items) {
        double count =
                terms.toleratedCount() == null ? -1 : terms.toleratedCount().value(bindings);
        if (terms.toleratedCount() != null && count < 0) {
            throw new EvaluationFailure(ExecutionError.RUNTIME, "ToleratedFailureCount cannot be negative.", null);
        }
        double percentage = terms.toleratedPercentage() == null
                ? -1
                : terms.toleratedPercentage().value(bindings);
        if (terms.toleratedPercentage() != null && (percentage < 0 || percentage > 100)) {
            throw new EvaluationFailure(
                    ExecutionError.RUNTIME, "ToleratedFailurePercentage must be between 0 and 100.", null);
        }
        double share = percentage < 0 ? -1 : percentage / 100 * items;
        if (count < 0 || share < 0) {
            return Math.max(0, Math.max(count, share));
        }
        return Math.min(count, share);
    }
}
