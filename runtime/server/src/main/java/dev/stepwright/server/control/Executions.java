package dev.stepwright.server.control;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionLimitExceededException;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.control.Revision.Content;
import dev.stepwright.server.task.MockedTasks;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Starts executions, and finds those that run or have ended. */
final class Executions {
    private static final Logger LOG = LoggerFactory.getLogger(Executions.class);

    private final Engine engine;
    private final StateMachines machines;
    private final MockedTasks mocks;
    private final Ports ports;
    /** What has been logged of mocked responses, once each. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private final ExecutionCounts counts = new ExecutionCounts();

    Executions(Engine engine, StateMachines machines, MockedTasks mocks, Ports ports) {
        this.engine = engine;
        this.machines = machines;
        this.mocks = mocks;
        this.ports = ports;
    }

    /**
     * What is to be started.
     *
     * @param input the JSON that {@code inputText} is
     * @param startedBy the {@code attemptId} of the task that starts it, or null
     * @param testCase of the mock configuration, or null
     */
    record Start(
            Target target,
            String name,
            JsonNode input,
            String inputText,
            @Nullable String traceHeader,
            @Nullable String startedBy,
            @Nullable String testCase) {
        /** Returns its ARN, if its machine is not an Express one. */
        String arn() {
            return target.machine().arn().replace(":stateMachine:", ":execution:") + ":" + name;
        }
    }

    /**
     * What is asked for.
     *
     * @param machine the ARN of a machine, version or alias; with {@code #} and the name of a test case of the mock configuration
     * @param name null for a new one
     * @param input null for an empty object
     * @param startedBy the {@code attemptId} of the task that asks, or null
     */
    record Request(
            String machine,
            @Nullable String name,
            @Nullable String input,
            @Nullable String traceHeader,
            @Nullable String startedBy) {}

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
        StateMachines.alive(target.machine());
        String inputText = request.input == null ? "{}" : request.input;
        return new Start(
                target,
                request.name == null ? ports.ids().get().toString() : Names.checked(request.name),
                JsonInput.execution(inputText),
                inputText,
                request.traceHeader,
                request.startedBy,
                hash < 0 ? null : testCase(target, request.machine.substring(hash + 1)));
    }

    private String testCase(Target target, String name) {
        String machine = target.machine().name();
        if (!mocks.testCases(machine).contains(name)) {
            throw ApiError.validation("The mock configuration has no test case '" + name + "' for the state machine '"
                    + machine + "'; its test cases are " + mocks.testCases(machine));
        }
        StateMachineDefinition definition =
                target.revision().content().definition().parsed();
        Set<String> tasks = taskStates(definition);
        Set<String> unknown = new TreeSet<>(mocks.states(machine, name));
        unknown.removeAll(tasks);
        if (!unknown.isEmpty()) {
            throw ApiError.validation("The test case '" + name + "' of the mock configuration has responses for "
                    + unknown + ", but the Task states of the state machine '" + machine + "' are " + tasks);
        }
        mocks.problems(machine, name, definition).stream()
                .map(problem -> target.machine().arn() + ": " + problem)
                .filter(told::add)
                .forEach(LOG::warn);
        return name;
    }

    private static Set<String> taskStates(StateMachineDefinition definition) {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(State::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Starts an execution without keeping it.
     *
     * @param isSynchronous whether the caller waits for its end
     * @throws ApiError {@code ExecutionAlreadyExists}, {@code ExecutionLimitExceeded}, {@code ThrottlingException}; {@code InvalidDefinition} if
     *     an earlier server has accepted what this one cannot run
     */
    Execution<JsonNode> run(Start start, boolean isSynchronous) {
        Content content = start.target.revision().content();
        Workflow<JsonNode, JsonNode> workflow = content.definition().workflow();
        StartRequest request = StartRequest.of(start.input)
                .named(start.name)
                .withText(start.inputText)
                .withRole(content.roleArn())
                .naming(start.target.versionArn(), start.target.aliasArn())
                .withNote(new StartedExecution.Note(
                                start.target.machine().key().toString(),
                                start.target.revision().idOrInitial(),
                                start.traceHeader,
                                start.startedBy)
                        .text())
                .synchronous(isSynchronous)
                .notBefore(start.target.machine().creationDate());
        String machine = start.target.machine().name();
        boolean isMocked = start.testCase != null && mocks.run(machine, start.name, start.testCase);
        try {
            Execution<JsonNode> run = workflow.start(request);
            run.outcome().whenComplete((outcome, failure) -> mocks.ended(machine, start.name));
            counts.start(run);
            return run;
        } catch (ExecutionAlreadyExistsException | ExecutionLimitExceededException e) {
            if (isMocked) {
                mocks.ended(machine, start.name);
            }
            counts.refuse(code(e));
            throw refused(e);
        }
    }

    ExecutionNumbers numbers() {
        return counts.now();
    }

    static ApiError refused(IllegalStateException refusal) {
        return ApiError.of(code(refusal), refusal);
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
        return kept(run(start, false));
    }

    /** Sees to an execution that runs again: one that an earlier server has left, or a redriven one. */
    StartedExecution follow(Execution<JsonNode> run) {
        counts.follow(run);
        return kept(run);
    }

    /** Sees to what has to be done when an execution has ended. */
    private StartedExecution kept(Execution<JsonNode> run) {
        StartedExecution started = StartedExecution.running(run);
        run.outcome().whenComplete((outcome, failure) -> forgetIfGone(started));
        return started;
    }

    /** Like {@link #follow(Execution)}, for one that may have ended already. */
    void follow(String arn) {
        engine.running(arn).ifPresentOrElse(this::follow, () -> forgetIfGone(get(arn)));
    }

    /** Removes the machine of an execution if it waits for the end of its executions, and the last one has ended. */
    void forgetIfGone(StartedExecution ended) {
        machines.find(ended.known().identity().machineArn())
                .filter(machine -> machine.isDeleting() && isIdle(machine))
                .ifPresent(machines::forget);
    }

    boolean isIdle(StateMachine machine) {
        return engine.list(new ExecutionQuery(
                        machine.arn(), machine.creationDate(), ExecutionStatus.RUNNING, null, null, 1))
                .isEmpty();
    }

    /** Returns the present time or, if that is not after all executions of an earlier machine with this ARN, the first that is. */
    Instant afterAll(String machineArn) {
        Instant now = ports.now();
        return engine.list(new ExecutionQuery(machineArn, Instant.EPOCH, null, null, null, 1)).stream()
                .map(newest -> Instant.ofEpochMilli(newest.position().moment() + 1))
                .filter(now::isBefore)
                .findFirst()
                .orElse(now);
    }

    /** @throws ApiError {@code ExecutionDoesNotExist} */
    StartedExecution get(String arn) {
        return engine.running(arn)
                .map(StartedExecution::running)
                .or(() -> engine.describe(arn).map(StartedExecution::ended))
                .orElseThrow(() -> ApiError.executionDoesNotExist(arn));
    }
}
