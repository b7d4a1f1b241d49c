package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.plan.NumberField;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.plan.TaskTerms;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Task: the work is done outside. */
record TaskWork(Activation activation) {
    void begin(TaskStep step, Frame frame) {
        OpenTask task = activation.tasks.open(step, frame);
        Bindings bindings = activation.bindings(frame);
        try {
            prepare(
                    task,
                    step.terms(),
                    bindings,
                    activation.allowed(frame, step.flow().input(bindings)));
            if (step.resource().family() == TaskResource.Family.SERVICE) {
                check(task);
            }
        } catch (RuntimeException e) {
            activation.tasks.drop(task);
            throw e;
        }
        if (step.resource().family() == TaskResource.Family.ACTIVITY) {
            TaskRequest inquiry = activation.tasks.request(task);
            task.inquiry = inquiry;
            activation.command(new Command.CheckActivity(inquiry));
        } else {
            activation.tasks.schedule(task);
        }
    }

    /** AWS: what parameters do not fit is never scheduled. */
    private void check(OpenTask task) {
        boolean isOfMapRun = task.frame.lineage != activation.state.lineage();
        String refusal = refusal(task, isOfMapRun);
        if (isOfMapRun) {
            activation.checked(task, refusal);
        }
        if (refusal != null) {
            throw new EvaluationFailure(ExecutionError.RUNTIME, refusal, null);
        }
    }

    private @Nullable String refusal(OpenTask task, boolean isOfMapRun) {
        Precedent precedent = activation.state.precedent;
        if (precedent != null && !isOfMapRun) {
            return precedent.refusal(Failing.prefix(task.frame));
        }
        Map<Long, String> known = precedent == null ? null : precedent.refusals();
        return known == null ? ask(task.step, activation.tasks.request(task)) : known.get(task.id);
    }

    private @Nullable String ask(TaskStep step, TaskRequest request) {
        try {
            ParameterShapes.check(step, request.input());
            activation.state.plan.taskCheck().check(request);
            return null;
        } catch (TaskFailure refusal) {
            return String.valueOf(refusal.causeText());
        }
    }

    private static void prepare(OpenTask task, TaskTerms terms, Bindings bindings, JsonNode input) {
        task.input = input;
        task.timeoutSeconds = seconds(terms.timeoutSeconds(), bindings);
        task.heartbeatSeconds = seconds(terms.heartbeatSeconds(), bindings);
        task.roleArn = terms.roleArn() == null
                ? null
                : terms.roleArn().evaluate(bindings).asString("");
    }

    private static @Nullable Long seconds(@Nullable NumberField field, Bindings bindings) {
        return field == null ? null : (long) field.value(bindings);
    }
}
