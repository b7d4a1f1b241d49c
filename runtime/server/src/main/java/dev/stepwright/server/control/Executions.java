package dev.stepwright.server.control;

import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionLimitExceededException;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.control.Revision.Content;
import dev.stepwright.server.task.MockedTasks;
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
    private final MockedTasks mocks;
    private final Ports ports;
    private final int mostEnded;
    private final ConcurrentMap<String, StartedExecution> byArn = new ConcurrentHashMap<>();
    private final Deque<String> ended = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();

    /** @param mostEnded how many that have ended are kept; the oldest make room */
    Executions(StateMachines machines, MockedTasks mocks, Ports ports, int mostEnded) {
        this.machines = machines;
        this.mocks = mocks;
        this.ports = ports;
        this.mostEnded = mostEnded;
    }

    /**
     * What is to be started.
     *
     * @param input the JSON that {@code inputText} is
     * @param testCase of the mock configuration, or null
     */
    record Start(
            Target target,
            String name,
            JsonNode input,
            String inputText,
            @Nullable String traceHeader,
            @Nullable String testCase) {}

    /**
     * What is asked for.
     *
     * @param machine the ARN of a machine, version or alias; with {@code #} and the name of a test case of the mock configuration
     * @param name null for a new one
     * @param input null for an empty object
     */
    record Request(
            String machine,
            @Nullable String name,
            @Nullable String input,
            @Nullable String traceHeader) {}

    /**
     * Returns what is to be started, checked.
     *
     * @throws ApiError {@code StateMachineDoesNotExist}, {@code StateMachineDeleting}, {@code InvalidName}, {@code
     *     InvalidExecutionInput}; {@code ValidationException} if there is no such test case
     */
    Start request(Request request) {
        int hash = request.machine.indexOf('#');
        String arn = hash < 0 ? request.machine : request.machine.substring(0, hash);
        Target target = Target.of(MachineArn.parse(arn), machines, ports.draws());
        StateMachine machine = StateMachines.alive(target.machine());
        String inputText = request.input == null ? "{}" : request.input;
        return new Start(
                target,
                request.name == null ? ports.ids().get().toString() : Names.checked(request.name),
                JsonInput.execution(inputText),
                inputText,
                request.traceHeader,
                hash < 0 ? null : testCase(machine.name(), request.machine.substring(hash + 1)));
    }

    private String testCase(String machine, String name) {
        if (!mocks.testCases(machine).contains(name)) {
            throw ApiError.validation("The mock configuration has no test case '" + name + "' for the state machine '"
                    + machine + "', but " + mocks.testCases(machine));
        }
        return name;
    }

    /**
     * Starts an execution without keeping it.
     *
     * @throws ApiError {@code ExecutionAlreadyExists}, {@code ExecutionLimitExceeded}, {@code ThrottlingException}
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
        String machine = start.target.machine().name();
        boolean isMocked = start.testCase != null && mocks.run(machine, start.name, start.testCase);
        try {
            Execution<JsonNode> run = content.definition().workflow().start(request);
            run.outcome().whenComplete((outcome, failure) -> mocks.ended(machine, start.name));
            return run;
        } catch (ExecutionAlreadyExistsException | ExecutionLimitExceededException e) {
            if (isMocked) {
                mocks.ended(machine, start.name);
            }
            throw ApiError.of(code(e), String.valueOf(e.getMessage()));
        }
    }

    /** AWS: only too many open executions are an error of the operation; what passes by itself is throttling. */
    private static String code(IllegalStateException refusal) {
        if (!(refusal instanceof ExecutionLimitExceededException limit)) {
            return "ExecutionAlreadyExists";
        }
        return limit.bound() == ExecutionLimitExceededException.Bound.OPEN_EXECUTIONS
                ? "ExecutionLimitExceeded"
                : "ThrottlingException";
    }

    /**
     * Starts an execution and keeps it. With the name and the input of one that runs, that one is returned.
     *
     * @throws ApiError {@code ExecutionAlreadyExists}, {@code ExecutionLimitExceeded}, {@code ThrottlingException}
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
        forgetIfGone(execution.machine());
    }

    /** Removes a machine that waits for the end of its executions, if the last one has ended. */
    void forgetIfGone(StateMachine machine) {
        if (machines.find(machine.arn()).filter(StateMachine::isDeleting).isPresent() && isIdle(machine)) {
            machines.forget(machine);
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
