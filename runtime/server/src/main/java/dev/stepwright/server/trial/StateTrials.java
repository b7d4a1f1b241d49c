package dev.stepwright.server.trial;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.Chance;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Cancellation;
import dev.stepwright.server.api.TestState;
import dev.stepwright.services.http.HttpTaskRunner;
import dev.stepwright.services.http.HttpTrace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operation TestState. */
public final class StateTrials {
    private final Settings settings;
    private final TaskPermission permission;
    private final List<TaskRunner> runners;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /**
     * What can be set.
     *
     * @param arnPrefix what ARNs of the account begin with, up to the resource
     * @param iteratesObjects whether the members of an object that an {@code ItemReader} reads are items
     */
    public record Settings(String arnPrefix, boolean iteratesObjects) {}

    /**
     * @param permission which tasks may begin that are not mocked
     * @param runners who does these tasks
     */
    public StateTrials(
            Settings settings,
            TaskPermission permission,
            List<TaskRunner> runners,
            InstantSource clock,
            Supplier<UUID> ids) {
        this.settings = settings;
        this.permission = permission;
        this.runners = List.copyOf(runners);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Tries a state.
     *
     * @param inputs reads the input, with the errors of executions
     * @throws ApiError if the request is refused
     */
    public CompletableFuture<TestState.Answer> test(TestState request, Function<String, JsonNode> inputs) {
        TriedState tried = TriedState.of(request, settings.iteratesObjects);
        RequestChecks.check(request, tried);
        JsonNode input = inputs.apply(request.input() == null ? "{}" : request.input());
        Instant now = clock.instant();
        JsonNode context = request.context() == null
                ? TrialContext.made(
                        request,
                        tried,
                        input,
                        new TrialContext.Origin(
                                settings.arnPrefix, () -> ids.get().toString(), now))
                : TrialContext.given(request.context(), tried);
        ObjectNode variables = variables(request.variables());
        ObjectNode atEntry = variables.deepCopy();
        Bindings bindings = new Bindings(input, () -> context, atEntry::get, null, null, new Chance(ids.get()), now);
        return new StateTrial(request, tried, variables, (task, traces) -> work(task, context, role(request), traces))
                .run(bindings);
    }

    private static String role(TestState request) {
        return request.roleArn() == null ? "" : request.roleArn();
    }

    private static ObjectNode variables(@Nullable String text) {
        if (text == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode variables = RequestChecks.json(text, "Variables must be valid JSON");
        if (variables instanceof ObjectNode object) {
            return object;
        }
        throw ApiError.validation("Variables must be a JSON object");
    }

    private CompletableFuture<JsonNode> work(
            TriedTask task, JsonNode context, String role, Consumer<HttpTrace> traces) {
        TaskRequest request = new TaskRequest(
                context.path("Execution").path("Id").asString(ids.get().toString()),
                role,
                1,
                task.state(),
                task.resource(),
                task.input(),
                1,
                null,
                clock.instant().plus(task.timeout()),
                task.roleArn());
        try {
            permission.check(request);
        } catch (TaskFailure refused) {
            return CompletableFuture.failedFuture(new StateFailure(refused.error(), refused.causeText()));
        }
        return runners.stream()
                .filter(runner -> runner.serves(request))
                .findFirst()
                .map(runner -> ended(started(runner, request, traces), task.timeout()))
                .orElseGet(() -> CompletableFuture.failedFuture(new StateFailure(
                        "States.Runtime",
                        "nothing here does the task " + task.resource().text() + "; give a mock")));
    }

    private static Started started(TaskRunner runner, TaskRequest task, Consumer<HttpTrace> traces) {
        CompletableFuture<JsonNode> done = new CompletableFuture<>();
        TaskCompletion completion = new Ending(done);
        Runnable cancel = runner instanceof HttpTaskRunner http
                ? http.start(task, completion, traces)
                : runner.start(task, completion);
        return new Started(done, cancel);
    }

    /** A task under way, and what takes it back. */
    private record Started(CompletableFuture<JsonNode> done, Runnable cancel) {}

    private static CompletableFuture<JsonNode> ended(Started task, Duration timeout) {
        CompletableFuture<JsonNode> ended = task.done.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        Cancellation.of(ended, task.cancel);
        return ended.whenComplete((result, failure) -> {
            if (failure instanceof TimeoutException) {
                task.cancel.run();
            }
        });
    }

    /** The end of a task; a task that waits for its token ends with what its call gave. */
    private record Ending(CompletableFuture<JsonNode> done) implements TaskCompletion {
        @Override
        public void started(@Nullable String worker) {
            // A trial has no history.
        }

        @Override
        public void submitted(JsonNode response) {
            // The end follows: a trial has no task token.
        }

        @Override
        public void heartbeat() {
            // A trial has no timers.
        }

        @Override
        public void succeeded(JsonNode result) {
            done.complete(result);
        }

        @Override
        public void failed(@Nullable String error, @Nullable String cause) {
            done.completeExceptionally(new StateFailure(error, cause));
        }
    }
}
