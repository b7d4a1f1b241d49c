package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A state machine that an engine knows.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class Workflow<I, O> implements WorkflowClient<I, O> {
    private final Host host;
    private final Executions executions;
    private final Machine machine;
    private final Type output;

    Workflow(Host host, Executions executions, Machine machine, Type output) {
        this.host = host;
        this.executions = executions;
        this.machine = machine;
        this.output = output;
    }

    @Override
    public String arn() {
        return machine.arn();
    }

    /** Returns what the executions that are started through this workflow run. */
    public StateMachineDefinition definition() {
        return machine.definition();
    }

    /**
     * Sets what is logged of executions of this machine: of those that are started through the returned workflow, and of those that tasks of
     * other machines start, or that are recovered, from now on. Running ones are logged as they were; this workflow starts others as before.
     * Off by default.
     *
     * @return this machine, logged
     */
    public Workflow<I, O> logged(ExecutionLogging logging) {
        Machine logged = machine.with(logging);
        host.machines.register(logged);
        return new Workflow<>(host, executions, logged, output);
    }

    /**
     * Has checked what executions of this machine and their tasks take and give: those that are started through the returned workflow, and
     * those that tasks of other machines start, or that are recovered, from now on. An input that is refused starts nothing; an output
     * that is refused fails the execution with the error {@code Stepwright.InvalidOutput}, which nothing can catch. A task whose input is
     * refused is not done and fails with {@code Stepwright.InvalidTaskInput}; one whose result is refused, whoever sends it, fails with
     * {@code Stepwright.InvalidTaskOutput}. {@code Retry} and {@code Catch} treat these two as all errors of tasks. Call this before
     * {@link Engine#recover}, and executions that were started unchecked are checked from there on. Running executions go on as they would
     * have; this workflow starts others as before.
     *
     * @return this machine, checked
     */
    @Override
    public Workflow<I, O> checked(PayloadCheck check) {
        Machine checked = machine.with(check);
        host.machines.register(checked);
        return new Workflow<>(host, executions, checked, output);
    }

    /**
     * Has tasks that start executions mean this machine by a text that is not its ARN here: a placeholder for a deployment, such as
     * <code>${Shipping}</code>, the ARN it has in AWS, or that of a version or an alias. The last machine that is called so counts.
     *
     * @param reference what definitions have as {@code StateMachineArn}
     * @return this machine
     */
    public Workflow<I, O> knownAs(String reference) {
        host.machines.call(reference, machine);
        return this;
    }

    /**
     * Starts an execution under a new name.
     *
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws IllegalArgumentException if the input cannot be written as JSON, is larger than the limit or nested too deep
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed
     */
    @Override
    public Execution<O> start(I input) {
        return execution(executions.start(machine, StartRequest.of(JavaValues.toJson(input))));
    }

    /**
     * Starts an execution under a name. If one of that name and input is running, that one is returned.
     *
     * @param executionName 1 to 80 characters, see {@link ResourceNames#isAllowed}
     * @throws ExecutionAlreadyExistsException if one of that name has ended or has another input
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws IllegalArgumentException if this cannot be a name, or if the input cannot be written as JSON, is larger than the limit or nested too deep
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed
     */
    @Override
    public Execution<O> start(String executionName, I input) {
        return execution(executions.start(
                machine, StartRequest.of(JavaValues.toJson(input)).named(executionName)));
    }

    /**
     * Like {@link #start(String, Object)}, with an input whose text is kept for the history as it is.
     *
     * @param input what {@code inputText} says
     * @throws ExecutionAlreadyExistsException if one of that name has ended or has another input
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws IllegalArgumentException if this cannot be a name, or if the input is larger than the limit or nested too deep
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed
     */
    public Execution<O> startFromText(String executionName, JsonNode input, String inputText) {
        return execution(executions.start(
                machine, StartRequest.of(input).named(executionName).withText(inputText)));
    }

    /**
     * Starts an execution of which more is to be said than its name and input.
     *
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws ExecutionAlreadyExistsException if one of that name has ended or has another input
     * @throws IllegalArgumentException if its name cannot be one, or if the input is larger than the limit or nested too deep
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed
     */
    public Execution<O> start(StartRequest request) {
        return execution(executions.start(machine, request));
    }

    /**
     * Runs an execution under a new name to its end. As far as it does not have to wait, the calling thread itself does the work: the
     * quickest way for short Express workflows, which costs no change of threads.
     *
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws IllegalArgumentException if the input cannot be written as JSON, is larger than the limit or nested too deep, or the output
     *     does not fit the type
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine is closed before the end, or the waiting thread is interrupted
     */
    public Outcome<O> run(I input) {
        StartRequest waiting = StartRequest.of(JavaValues.toJson(input)).synchronous(true);
        return execution(executions.startHere(machine, waiting)).await();
    }

    /**
     * Returns an execution of this machine that runs, or has ended and is still in the store. Those of Express machines are not stored: each is
     * found by its ARN as long as it runs.
     *
     * @param nameOrArn its name, or its ARN, which begins with {@code arn:}
     * @throws ExecutionDoesNotExistException if there is none, or none any more
     * @throws IllegalArgumentException if it is the ARN of an execution of another machine
     * @throws IllegalStateException if it was running when an engine before this one stopped, and has not been {@link Engine#recover
     *     recovered}
     */
    @Override
    public Execution<O> execution(String nameOrArn) {
        return execution(executions.of(machine, nameOrArn));
    }

    private Execution<O> execution(ExecutionView view) {
        return new Execution<>(host, view, output);
    }

    /**
     * Returns executions of this machine, for example to {@link Execution#redrive} those that have failed: {@code
     * execution(summary.identity().name())}. First comes the one to which something happened last: it was started or redriven or, if it has ended,
     * stopped. Those of an Express machine are not stored. {@link Engine#list} turns pages.
     *
     * @param status null for all
     * @param most how many are wanted at most; 1 or more
     */
    public List<ExecutionSummary> executions(@Nullable ExecutionStatus status, int most) {
        return host.store.list(new ExecutionQuery(arn(), Instant.EPOCH, status, null, null, most));
    }

    /** Returns the ARN. */
    @Override
    public String toString() {
        return arn();
    }
}
