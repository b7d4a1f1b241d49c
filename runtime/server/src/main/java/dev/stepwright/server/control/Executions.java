package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.server.api.ApiError;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The executions that were started here: all that run, and the latest of those that have ended. */
final class Executions {
    private final Engine engine;
    private final StateMachines machines;
    private final int mostEnded;
    private final ConcurrentMap<String, StartedExecution> byArn = new ConcurrentHashMap<>();
    private final Deque<String> ended = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();

    /** @param mostEnded how many that have ended are kept; the oldest make room */
    Executions(Engine engine, StateMachines machines, int mostEnded) {
        this.engine = engine;
        this.machines = machines;
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
     * Starts an execution. With the name and the input of one that runs, that one is returned.
     *
     * @throws ApiError {@code ExecutionAlreadyExists}
     */
    StartedExecution start(Start start) {
        Revision revision = start.target.revision();
        Execution<JsonNode> run;
        try {
            run = revision.content().definition().workflow().startFromText(start.name, start.input, start.inputText);
        } catch (ExecutionAlreadyExistsException e) {
            throw ApiError.of("ExecutionAlreadyExists", String.valueOf(e.getMessage()));
        }
        Instant startDate = engine.describe(run.arn())
                .map(description -> description.identity().startTime())
                .orElseThrow();
        StartedExecution started = new StartedExecution(
                numbers.incrementAndGet(),
                run,
                start.target.machine(),
                revision,
                start.target.versionArn(),
                start.target.aliasArn(),
                startDate,
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

    /** Returns how an execution stands. */
    Optional<ExecutionDescription> describe(StartedExecution execution) {
        return engine.describe(execution.arn());
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
