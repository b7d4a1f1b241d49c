package dev.stepwright.server.control;

import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.control.Revision.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The executions that were started here: all that run, and the latest of those that have ended. */
final class Executions {
    private final StateMachines machines;
    private final Ports ports;
    private final int mostEnded;
    private final ConcurrentMap<String, StartedExecution> byArn = new ConcurrentHashMap<>();
    private final Deque<String> ended = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();

    /** @param mostEnded how many that have ended are kept; the oldest make room */
    Executions(StateMachines machines, Ports ports, int mostEnded) {
        this.machines = machines;
        this.ports = ports;
        this.mostEnded = mostEnded;
    }

    /**
     * What is to be started.
     *
     * @param input the JSON that {@code inputText} is
     */
    record Start(
            Target target,
            String name,
            JsonNode input,
            String inputText,
            @Nullable String traceHeader) {}

    /**
     * Returns a request that has been checked.
     *
     * @param name null for a new one
     * @param input null for an empty object
     * @throws ApiError {@code InvalidName}, {@code InvalidExecutionInput}
     */
    Start request(Target target, @Nullable String name, @Nullable String input, @Nullable String traceHeader) {
        String inputText = input == null ? "{}" : input;
        return new Start(
                target,
                name == null ? ports.ids().get().toString() : Names.checked(name),
                JsonInput.execution(inputText),
                inputText,
                traceHeader);
    }

    /**
     * Starts an execution without keeping it.
     *
     * @throws ApiError {@code ExecutionAlreadyExists}
     */
    Execution<JsonNode> run(Start start) {
        Content content = start.target.revision().content();
        StartRequest request = new StartRequest(
                start.name,
                start.input,
                start.inputText,
                content.roleArn(),
                start.target.versionArn(),
                start.target.aliasArn());
        try {
            return content.definition().workflow().start(request);
        } catch (ExecutionAlreadyExistsException e) {
            throw ApiError.of("ExecutionAlreadyExists", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Starts an execution and keeps it. With the name and the input of one that runs, that one is returned.
     *
     * @throws ApiError {@code ExecutionAlreadyExists}
     */
    StartedExecution start(Start start) {
        Execution<JsonNode> run = run(start);
        StartedExecution started = new StartedExecution(
                numbers.incrementAndGet(),
                run,
                start.target.machine(),
                start.target.revision(),
                start.target.versionArn(),
                start.target.aliasArn(),
                run.description().identity().startTime(),
                start.inputText,
                start.traceHeader);
        StartedExecution running = byArn.putIfAbsent(run.arn(), started);
        if (running != null) {
            return running;
        }
        run.outcome().whenComplete((outcome, failure) -> retire(started));
        return started;
    }

    private void retire(StartedExecution execution) {
        synchronized (ended) {
            ended.add(execution.arn());
            while (ended.size() > mostEnded) {
                byArn.remove(ended.remove());
            }
        }
        if (machines.find(execution.machine().arn())
                        .filter(StateMachine::isDeleting)
                        .isPresent()
                && isIdle(execution.machine())) {
            machines.forget(execution.machine());
        }
    }

    /** @throws ApiError {@code ExecutionDoesNotExist} */
    StartedExecution get(String arn) {
        StartedExecution execution = byArn.get(arn);
        if (execution == null) {
            throw ApiError.executionDoesNotExist(arn);
        }
        return execution;
    }

    /** Returns a stage that completes when an execution has ended; at once if none of that ARN is known. */
    CompletionStage<?> end(String arn) {
        StartedExecution execution = byArn.get(arn);
        return execution == null
                ? CompletableFuture.completedFuture(null)
                : execution.run().outcome();
    }

    /** Returns all executions of a machine, in no order. */
    Stream<StartedExecution> of(StateMachine machine) {
        return byArn.values().stream()
                .filter(execution -> execution.machine().key().equals(machine.key()));
    }

    boolean isIdle(StateMachine machine) {
        return of(machine)
                .allMatch(execution ->
                        execution.run().outcome().toCompletableFuture().isDone());
    }
}
