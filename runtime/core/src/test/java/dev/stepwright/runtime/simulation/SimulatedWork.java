package dev.stepwright.runtime.simulation;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskContext;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Workers of all kinds. What a task gives follows from its state, attempt and input alone, so that it is the same when it is handed over
 * again; when it is given, and whether twice, is chance.
 */
final class SimulatedWork implements TaskRunner {
    private final SplittableRandom chance;
    private final Schedule schedule;
    private final boolean isCalm;
    private final Consumer<TaskRequest> handOver;
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> computed = new HashMap<>();

    /** Tokens that have been handed out and that somebody will bring back. */
    private final List<Token> tokens = new ArrayList<>();

    record Token(String executionArn, long taskId, String text, JsonNode answer) {}

    /** @param handOver sees every task that goes out of the process */
    SimulatedWork(SplittableRandom chance, Schedule schedule, boolean isCalm, Consumer<TaskRequest> handOver) {
        this.handOver = handOver;
        this.chance = chance;
        this.schedule = schedule;
        this.isCalm = isCalm;
    }

    /** Returns how often each task has been handed over, by its attempt id. */
    Map<String, Integer> starts() {
        return starts;
    }

    /** Returns how often each task has been computed, by its attempt id. */
    Map<String, Integer> computed() {
        return computed;
    }

    /** Takes a token that is to be brought back; null if there is none. */
    @Nullable
    Token take() {
        return tokens.isEmpty() ? null : tokens.remove(chance.nextInt(tokens.size()));
    }

    /** Returns whether somebody still has a token to bring back. */
    boolean isWaitedFor() {
        return !tokens.isEmpty();
    }

    void putBack(Token token) {
        tokens.add(token);
    }

    @Override
    public boolean serves(TaskRequest request) {
        return !request.resource().service().equals("states");
    }

    @Override
    public boolean mayRepeat(TaskRequest request) {
        return isCalm || !request.resource().service().equals("flaky");
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        handOver.accept(request);
        starts.merge(request.attemptId(), 1, Integer::sum);
        int luck = luck(request);
        boolean isLost = request.deadline() != null && luck % 4 == 0;
        if (!isLost) {
            schedule.outside(() -> answer(request, completion, luck));
        }
        if (!isCalm && chance.nextInt(4) == 0) {
            schedule.outside(completion::heartbeat);
        }
        return () -> schedule.note(request.taskId());
    }

    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        if (request.resource().pattern() == TaskResource.Completion.JOB) {
            schedule.outside(() -> end(request, completion, luck(request)));
        }
        return () -> {};
    }

    /** Does a task at once, as a handler that only computes; what it gives may be another each time, but for a calm one. */
    JsonNode compute(JsonNode input, TaskContext context) throws TaskFailure {
        computed.merge(context.attemptId(), 1, Integer::sum);
        int luck = isCalm ? luck(context.stateName(), context.attempt(), input) : chance.nextInt(0xFFFF);
        if (!isCalm && luck % 3 == 0) {
            throw new TaskFailure("Flaky", "by chance");
        }
        return value("computed", luck);
    }

    private static int luck(TaskRequest request) {
        return luck(request.stateName(), request.attempt(), request.input());
    }

    private static int luck(String state, int attempt, JsonNode input) {
        return Objects.hash(state, attempt, input.toString()) & 0xFFFF;
    }

    private void answer(TaskRequest request, TaskCompletion completion, int luck) {
        switch (request.resource().pattern()) {
            case RESPONSE -> end(request, completion, luck);
            case JOB -> {
                completion.submitted(value("job", luck));
                schedule.outside(() -> end(request, completion, luck));
            }
            case CALLBACK -> {
                String token = Objects.requireNonNull(request.token());
                tokens.add(new Token(request.executionArn(), request.taskId(), token, value("called", luck)));
                completion.submitted(value("asked", luck));
            }
        }
    }

    private void end(TaskRequest request, TaskCompletion completion, int luck) {
        if (request.resource().service().equals("flaky") && luck % 3 == 0) {
            completion.failed("Flaky", "by chance");
        } else {
            completion.succeeded(value("done", luck));
        }
        if (chance.nextInt(8) == 0) {
            completion.succeeded(value("twice", luck)); // must not count
        }
    }

    private static JsonNode value(String what, int luck) {
        return JsonNodeFactory.instance.objectNode().put(what, luck);
    }
}
