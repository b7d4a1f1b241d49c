package dev.stepwright.server.trial;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.plan.CatchPlan;
import dev.stepwright.runtime.plan.ChoiceStep;
import dev.stepwright.runtime.plan.FailStep;
import dev.stepwright.runtime.plan.Flow;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ParallelStep;
import dev.stepwright.runtime.plan.PassStep;
import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.Sequential;
import dev.stepwright.runtime.plan.StepVisitor;
import dev.stepwright.runtime.plan.SucceedStep;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.plan.WaitStep;
import dev.stepwright.server.api.TestState;
import dev.stepwright.services.http.HttpTrace;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One state goes through its stages once. Each kind of state gives its answer now; a task that is not mocked later. */
final class StateTrial implements StepVisitor<Bindings, CompletableFuture<TestState.Answer>> {
    private final TestState request;
    private final TriedState tried;
    private final Inspection seen = new Inspection();
    private final Work work;
    private final ObjectNode variables;

    StateTrial(TestState request, TriedState tried, ObjectNode variables, Work work) {
        this.request = request;
        this.tried = tried;
        this.variables = variables;
        this.work = work;
    }

    /** Returns the answer. Evaluation that fails is an answer too. */
    CompletableFuture<TestState.Answer> run(Bindings bindings) {
        seen.text("input", inputText());
        return attempt(bindings, () -> tried.step().accept(this, bindings));
    }

    /** Work that may fail as the state does. */
    private interface Attempt {
        CompletableFuture<TestState.Answer> run() throws StateFailure;
    }

    private CompletableFuture<TestState.Answer> attempt(Bindings bindings, Attempt attempt) {
        try {
            return attempt.run();
        } catch (EvaluationFailure e) {
            return now(failed(bindings, new StateFailure(e.error(), e.detail())));
        } catch (StateFailure e) {
            return now(failed(bindings, e));
        }
    }

    private static CompletableFuture<TestState.Answer> now(TestState.Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletableFuture<TestState.Answer> task(TaskStep step, Bindings bindings) {
        JsonNode input;
        if (tried.isJsonata()) {
            input = step.flow().input(bindings);
            seen.put("afterArguments", input);
        } else {
            JsonPathStages stages = stages(bindings);
            input = stages.parameters(stages.inputPath());
        }
        TriedTask task = TriedTask.of(step, input, bindings);
        if (request.mock() != null) {
            return attempt(bindings, () -> now(done(step, bindings, mocked())));
        }
        return work.start(task, this::traced)
                .handle((result, failure) -> failure == null
                        ? attempt(bindings, () -> now(done(step, bindings, result)))
                                .join()
                        : failed(bindings, StateFailure.of(failure)));
    }

    private void traced(HttpTrace trace) {
        if (request.inspectionLevel().equals("TRACE")) {
            seen.trace(trace, request.revealSecrets());
        }
    }

    private JsonNode mocked() throws StateFailure {
        TestState.Mock mock = Objects.requireNonNull(request.mock());
        if (mock.errorOutput() != null) {
            throw new StateFailure(
                    mock.errorOutput().error(), mock.errorOutput().cause());
        }
        return Objects.requireNonNull(RequestChecks.result(mock));
    }

    private TestState.Answer done(TaskStep step, Bindings bindings, JsonNode result) throws StateFailure {
        Optional<String> excess = Limits.STANDARD.excessOf(result);
        if (excess.isPresent()) {
            throw StateFailure.tooLarge(step.resource().nameInMessages(), excess.get());
        }
        return succeeded(step, bindings, result);
    }

    private TestState.Answer succeeded(Sequential step, Bindings bindings, JsonNode result) {
        seen.put("result", result);
        return finished(step, bindings, result);
    }

    /** The end of a state that goes on with its result. */
    private TestState.Answer finished(Sequential step, Bindings bindings, JsonNode result) {
        if (!tried.isJsonata()) {
            stages(bindings).result(result);
        }
        return left(step.flow(), step.next(), bindings, result);
    }

    @Override
    public CompletableFuture<TestState.Answer> parallel(ParallelStep step, Bindings bindings) {
        return attempt(bindings, () -> {
            step.flow().input(bindings);
            return now(finished(step, bindings, mocked()));
        });
    }

    @Override
    public CompletableFuture<TestState.Answer> map(MapStep step, Bindings bindings) {
        return attempt(bindings, () -> {
            new MapTrial(request, seen).begin(step, bindings, tried.isJsonata() ? null : stages(bindings));
            return now(finished(step, bindings, mocked()));
        });
    }

    @Override
    public CompletableFuture<TestState.Answer> pass(PassStep step, Bindings bindings) {
        if (step.result() != null) {
            step.flow().input(bindings);
            return now(succeeded(step, bindings, step.result()));
        }
        JsonNode effective = tried.isJsonata()
                ? step.flow().input(bindings)
                : stages(bindings).parameters(stages(bindings).inputPath());
        return now(finished(step, bindings, effective));
    }

    @Override
    public CompletableFuture<TestState.Answer> waiting(WaitStep step, Bindings bindings) {
        JsonNode input = effective(step.flow(), bindings);
        step.until().until(bindings.withInput(input));
        return now(left(step.flow(), step.next(), bindings, input));
    }

    @Override
    public CompletableFuture<TestState.Answer> choice(ChoiceStep step, Bindings bindings) {
        JsonNode input = effective(step.flow(), bindings);
        for (ChoiceStep.Rule rule : step.rules()) {
            if (rule.condition().test(bindings.withInput(input))) {
                return now(left(rule.flow(), rule.next(), bindings, input));
            }
        }
        return step.otherwise() == null
                ? now(failed(
                        bindings,
                        new StateFailure(
                                "States.Runtime",
                                "Failed to transition out of the state. The state does not point to a next state.")))
                : now(left(step.flow(), step.otherwise(), bindings, input));
    }

    @Override
    public CompletableFuture<TestState.Answer> succeed(SucceedStep step, Bindings bindings) {
        JsonNode input = effective(step.flow(), bindings);
        return now(left(step.flow(), ScopePlan.END, bindings, input));
    }

    @Override
    public CompletableFuture<TestState.Answer> fail(FailStep step, Bindings bindings) {
        if (!tried.isJsonata()) {
            stages(bindings).inputPath();
        }
        return now(failed(bindings, new StateFailure(text(step.error(), bindings), text(step.cause(), bindings))));
    }

    private static @Nullable String text(@Nullable Expression expression, Bindings bindings) {
        if (expression == null) {
            return null;
        }
        JsonNode value = expression.evaluate(bindings);
        return value.isString() ? value.stringValue() : JsonText.compact(value);
    }

    private JsonNode effective(Flow flow, Bindings bindings) {
        return tried.isJsonata() ? flow.input(bindings) : stages(bindings).inputPath();
    }

    private JsonPathStages stages(Bindings bindings) {
        return new JsonPathStages(tried, bindings, seen);
    }

    /** AWS: nothing retries or catches that a state's output is too large. */
    private TestState.Answer left(Flow flow, int next, Bindings bindings, JsonNode result) {
        JsonNode assigned = flow.assigned(bindings, result);
        JsonNode output = flow.output(bindings, result);
        Optional<String> excess = Stream.of(output, assigned)
                .filter(Objects::nonNull)
                .flatMap(value -> Limits.STANDARD.excessOf(value).stream())
                .findFirst();
        if (excess.isPresent()) {
            return answer("FAILED", null, StateFailure.tooLarge(tried.name(), excess.get()), null);
        }
        assign(assigned);
        String text = output == bindings.input() ? inputText() : JsonText.compact(output);
        return answer("SUCCEEDED", text, null, tried.nameOf(next));
    }

    /** AWS: an input stays as it was written, in the inspection and as the output of a state that leaves it alone. */
    private String inputText() {
        return Objects.requireNonNullElse(request.input(), "{}");
    }

    private void assign(@Nullable JsonNode assigned) {
        if (assigned != null) {
            assigned.properties().forEach(variable -> variables.set(variable.getKey(), variable.getValue()));
        }
    }

    private TestState.Answer failed(Bindings bindings, StateFailure failure) {
        ErrorRules.Verdict verdict = new ErrorRules(request, tried, seen).verdict(failure);
        return verdict.rule() == null
                ? answer(verdict.status(), null, failure, null)
                : caught(bindings, verdict.rule(), failure);
    }

    /** AWS: a catch rule whose own output fails still catches, without an output. */
    private TestState.Answer caught(Bindings bindings, CatchPlan rule, StateFailure failure) {
        JsonNode errorOutput = failure.output();
        Bindings withError = bindings.withErrorOutput(errorOutput);
        JsonNode output;
        try {
            assign(rule.flow().assigned(withError, errorOutput));
            output = rule.flow().output(withError, errorOutput);
        } catch (EvaluationFailure e) {
            output = null;
        }
        return answer(
                ErrorRules.CAUGHT,
                output == null ? null : JsonText.compact(output),
                failure,
                tried.nameOf(rule.next()));
    }

    private TestState.Answer answer(
            String status, @Nullable String output, @Nullable StateFailure failure, @Nullable String next) {
        if (!variables.isEmpty()) {
            seen.put("variables", variables);
        }
        return new TestState.Answer(
                output,
                failure == null ? null : failure.error(),
                failure == null ? null : failure.causeText(),
                request.inspectionLevel().equals("INFO") ? null : seen.json(),
                next,
                status);
    }
}
