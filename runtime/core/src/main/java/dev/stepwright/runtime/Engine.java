package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.Handlers;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.TaskToken;
import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRunNames;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.HandlerRunner;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs state machines as AWS Step Functions does.
 *
 * <pre>{@code
 * try (Engine engine = Engine.inMemory()) {
 *     Workflow<Order, Receipt> checkout = engine.register("Checkout", definition, Order.class, Receipt.class, handlers);
 *     Outcome<Receipt> outcome = checkout.start(order).await();
 * }
 * }</pre>
 *
 * <p>May be used by any number of threads. {@link #close} ends all its threads.
 */
public final class Engine implements AutoCloseable {
    private final Host host;
    private final Executions executions;
    private final TaskTokens tokens;
    private final Map<StateMachineDefinition, Machine> unnamed = new ConcurrentHashMap<>();
    private final List<TaskRunner> sharedRunners;

    private Engine(EngineConfig config) {
        this(new Host(config));
    }

    /** Returns an engine on a host of its own making; for simulation. */
    Engine(Host host) {
        EngineConfig config = host.config;
        this.host = host;
        this.executions = new Executions(host);
        this.tokens = new TaskTokens(host);
        List<TaskRunner> runners = new ArrayList<>();
        runners.add(handlerRunner(config.handlers()));
        config.runners().forEach(maker -> runners.add(maker.at(host.workplace)));
        runners.add(new NestedExecutions(executions, host.machines::meantBy));
        runners.add(new TokenCalls(tokens, config.ids()));
        runners.add(host.activities.runner());
        this.sharedRunners = List.copyOf(runners);
    }

    /** Returns an engine that keeps everything in memory and follows the machine's clock. */
    public static Engine inMemory() {
        return create(EngineConfig.builder().build());
    }

    /**
     * Returns an engine with these settings; it owns their store and time source from now on. One configuration with a store or a time source
     * of its own is for one engine.
     */
    public static Engine create(EngineConfig config) {
        return new Engine(config);
    }

    private HandlerRunner handlerRunner(TaskHandlers handlers) {
        EngineConfig config = host.config;
        return new HandlerRunner(
                handlers,
                host.workplace,
                new HandlerRunner.Settings(config.errorNaming(), config.region(), config.account()));
    }

    /**
     * Makes a state machine known, or gives a known one another definition; executions that run keep theirs.
     *
     * @param name the last part of the machine's ARN: 1 to 80 characters, see {@link ResourceNames#isAllowed}
     * @param input the type of the input; {@code JsonNode} to leave it as it is
     * @param output the type of the output; {@code JsonNode} to leave it as it is
     * @param handlers who does the machine's tasks; those of the engine's configuration do the rest
     * @throws IllegalArgumentException if this cannot be a name
     * @throws InvalidDefinitionException if the definition cannot be run; it tells all reasons
     */
    public <I, O> Workflow<I, O> register(
            String name, StateMachineDefinition definition, Class<I> input, Class<O> output, TaskHandlers handlers) {
        return new Workflow<>(host, executions, machine(name, definition, false, handlers), output);
    }

    /**
     * Makes a machine written in Java known, or gives a known one another definition; executions that run keep theirs.
     *
     * @param name the last part of the machine's ARN: 1 to 80 characters, see {@link ResourceNames#isAllowed}
     * @param handlers the methods behind the machine's tasks, each service bound to an instance:
     *     {@code machine.handlers().bind(Shop.class, shop)}; the handlers of the engine's configuration do the rest
     * @throws IllegalArgumentException if this cannot be a name
     * @throws IllegalStateException if a service has no instance
     * @throws InvalidDefinitionException if the machine cannot be run; it tells all reasons
     */
    public <I, O> Workflow<I, O> register(String name, StateMachine<I, O> machine, Handlers handlers) {
        return register(name, machine, TaskHandlers.builder().methods(handlers).build());
    }

    /**
     * Like {@link #register(String, StateMachine, Handlers)}, for a machine whose tasks are not all methods: {@code
     * TaskHandlers.builder().methods(machine.handlers().bind(Shop.class, shop)).resource(...)}.
     *
     * @param handlers who does the machine's tasks; those of the engine's configuration do the rest
     * @throws IllegalArgumentException if this cannot be a name
     * @throws InvalidDefinitionException if the machine cannot be run; it tells all reasons
     */
    public <I, O> Workflow<I, O> register(String name, StateMachine<I, O> machine, TaskHandlers handlers) {
        return new Workflow<>(
                host, executions, machine(name, machine.definition(), false, handlers), machine.outputType());
    }

    /**
     * Starts a machine written in Java, with the handlers of the engine's configuration. An equal machine that was started before is
     * not planned again. Its name is made up; use {@link #register(String, StateMachine, Handlers)} to give it one, and the methods behind its tasks.
     *
     * @throws IllegalArgumentException if the input cannot be written as JSON, is larger than the limit or nested too deep
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed
     * @throws InvalidDefinitionException if the machine cannot be run; it tells all reasons
     */
    public <I, O> Execution<O> start(StateMachine<I, O> machine, I input) {
        Machine known = unnamed.computeIfAbsent(
                machine.definition(),
                definition -> machine(
                        "machine-%08x".formatted(definition.hashCode()), definition, false, TaskHandlers.none()));
        Workflow<I, O> workflow = new Workflow<>(host, executions, known, machine.outputType());
        return workflow.start(input);
    }

    /**
     * Like {@link #register(String, StateMachineDefinition, Class, Class, TaskHandlers)}, for an Express machine: its limits are those of
     * Express, and names of executions may be used again.
     *
     * @throws InvalidDefinitionException if the definition cannot be run, or has what Express machines do not have: {@code .sync}, {@code
     *     .waitForTaskToken}, activities and distributed Maps; it tells all reasons
     */
    public <I, O> Workflow<I, O> registerExpress(
            String name, StateMachineDefinition definition, Class<I> input, Class<O> output, TaskHandlers handlers) {
        return new Workflow<>(host, executions, machine(name, definition, true, handlers), output);
    }

    /**
     * Like {@link #register(String, StateMachine, Handlers)}, for an Express machine: its limits are those of Express, and names of executions may
     * be used again.
     *
     * @throws IllegalArgumentException if this cannot be a name
     * @throws IllegalStateException if a service has no instance
     * @throws InvalidDefinitionException if the machine cannot be run as an Express one; it tells all reasons
     */
    public <I, O> Workflow<I, O> registerExpress(String name, StateMachine<I, O> machine, Handlers handlers) {
        return registerExpress(
                name, machine, TaskHandlers.builder().methods(handlers).build());
    }

    /**
     * Like {@link #register(String, StateMachine, TaskHandlers)}, for an Express machine: its limits are those of Express, and names of executions
     * may be used again.
     *
     * @throws IllegalArgumentException if this cannot be a name
     * @throws InvalidDefinitionException if the machine cannot be run as an Express one; it tells all reasons
     */
    public <I, O> Workflow<I, O> registerExpress(String name, StateMachine<I, O> machine, TaskHandlers handlers) {
        return new Workflow<>(
                host, executions, machine(name, machine.definition(), true, handlers), machine.outputType());
    }

    private Machine machine(String name, StateMachineDefinition definition, boolean isExpress, TaskHandlers handlers) {
        ResourceNames.checked(name, "a state machine");
        Plan plan = isExpress ? host.machines.planExpress(name, definition) : host.machines.plan(name, definition);
        String arn = "arn:aws:states:" + host.config.region() + ":" + host.config.account() + ":stateMachine:" + name;
        Machine machine = Machine.of(name, arn, isExpress, definition, plan, handlerRunner(handlers), sharedRunners);
        host.machines.register(machine);
        return machine;
    }

    /**
     * Takes up the executions in the store that were running when an engine before this one stopped. Register their machines first;
     * executions of other machines are left as they are, and a warning is logged. A task that had been handed over and not yet
     * answered is handed over again, with the same {@code TaskContext.attemptId()}: see that your handlers can bear that, or bind them with
     * {@code TaskHandlers.Builder.atMostOnce}. May be called again, for machines that have been registered meanwhile.
     *
     * @return the executions that run again; one whose stored form is damaged, whose definition cannot be run any more, or that an engine of
     *     another version has begun and this one would decide otherwise, is not among them: an error is logged, and it is left as it is
     * @throws IllegalStateException if an inline handler or a listener calls it, on a thread of an engine, which must not wait
     */
    public List<Execution<JsonNode>> recover() {
        if (EngineThreads.isDeciding()) {
            throw new IllegalStateException("recover() was called on \""
                    + Thread.currentThread().getName()
                    + "\", an engine thread, which must not wait; call it on your own thread, not in an inline handler"
                    + " or a listener");
        }
        return executions.recover().stream()
                .map(cell -> new Execution<JsonNode>(host, cell, JsonNode.class))
                .toList();
    }

    /** Forgets a state machine; executions that run go on. Without effect if it is unknown. */
    public void unregister(String machineArn) {
        host.machines.remove(machineArn);
        unnamed.values().removeIf(machine -> machine.arn().equals(machineArn));
    }

    /** Returns an execution that runs here; empty if it has ended or is unknown. */
    public Optional<Execution<JsonNode>> running(String executionArn) {
        return Optional.ofNullable(host.cell(executionArn)).map(cell -> new Execution<>(host, cell, JsonNode.class));
    }

    /** Returns an execution as it stands; empty if there is none, or none any more. */
    public Optional<ExecutionDescription> describe(String executionArn) {
        return executions.describe(executionArn);
    }

    /**
     * Returns what completes when an execution has ended, with how it has. One that is not taken up yet, or is let go here, is waited for as well: until
     * it goes on and ends, or is stopped. Completes exceptionally if there is none of that ARN, or none any more, if it cannot be read, or if the engine
     * is closed before.
     */
    public CompletionStage<ExecutionDescription> end(String executionArn) {
        return executions.end(executionArn);
    }

    /**
     * Returns events of an execution in their order; {@code AwsHistory} shows them as AWS does.
     *
     * @param afterId the id of the last event that is not wanted; 0 for the beginning
     * @param most how many are returned at most
     * @return empty if there is no such execution, or its events are not kept
     */
    public List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return host.histories.after(executionArn, afterId, most);
    }

    /**
     * Returns events of an execution, the last one first.
     *
     * @param beforeId the id of the first event that is not wanted; 0 for the end
     * @param most how many are returned at most
     * @return empty if there is no such execution, or its events are not kept
     */
    public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return host.histories.before(executionArn, beforeId, most);
    }

    /**
     * Returns stored executions of a machine. First comes the one to which something happened last: it was started or redriven or, if it has ended,
     * stopped. The {@link ExecutionSummary#position} of the last one asks for the next page.
     */
    public List<ExecutionSummary> list(ExecutionQuery query) {
        return host.store.list(query);
    }

    /**
     * Counts stored executions of a machine by their status, without reading them where the store can.
     *
     * @param since those that were started, redriven or stopped last before that do not count
     * @return without a status that none has
     */
    public Map<ExecutionStatus, Long> count(String machineArn, Instant since) {
        return host.store.count(machineArn, since);
    }

    /**
     * Stops an execution, wherever it is; also one of a Map Run, see {@link MapRuns#stop}. One that the store has running and {@link #recover} has not
     * taken up, or that is let go here, is ended too, even if what is stored of it cannot be read any more; when this returns, that is stored.
     *
     * @param error what to tell as its error; null for nothing
     * @param cause what to tell a person; null for nothing
     * @return false if none of that ARN is running
     */
    public boolean stop(String executionArn, @Nullable String error, @Nullable String cause) {
        if (MapRunNames.isOfChild(executionArn)) {
            CompletableFuture<Boolean> stopped = host.mapRuns.stop(executionArn, error, cause);
            host.await(stopped);
            return !stopped.isDone() || stopped.join();
        }
        return executions.stop(executionArn, error, cause);
    }

    /**
     * Has an execution that has failed, timed out or was stopped go on from where it failed, under its ARN, with its definition and its input:
     * what has succeeded is kept, all else is done again, with fresh retry counters. When this returns, that cannot be lost any more.
     *
     * @param clientToken with the token of a redrive of the last 15 minutes nothing is done, and that one is returned; null for a redrive in any
     *     case
     * @return when it was redriven; {@link #running} gives the execution
     * @throws ExecutionDoesNotExistException if there is no such execution, or none any more
     * @throws ExecutionNotRedrivableException if it runs or has succeeded, if it ended more than 14 days or began more than a year ago, if its
     *     history is full, or if its machine is not registered or cannot be run any more
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed, or the redrive could not be stored
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">AWS: Restarting state machine executions with redrive</a>
     */
    public Instant redrive(String executionArn, @Nullable String clientToken) {
        return host.redrives.redrive(executionArn, clientToken).redrive().time();
    }

    /** Returns why an execution cannot be redriven, in the words of AWS; empty if it can. */
    public Optional<String> redriveRefusal(ExecutionDescription execution) {
        return host.redrives.refusal(execution);
    }

    /** Returns whether executions can be started: false once the engine is being closed, or has stopped since its store was {@link #lost}. */
    public boolean isOpen() {
        return host.isOpen();
    }

    /** Returns how much is in hand at this moment. */
    public Load load() {
        return host.gate.load();
    }

    /** Returns what distributed Maps have started. */
    public MapRuns mapRuns() {
        return host.mapRuns;
    }

    /** Returns the activities of this engine. */
    public Activities activities() {
        return host.activities;
    }

    /**
     * Completes a task that waits for its token. When this returns, the answer is stored; only where an inline handler calls it, it is stored
     * soon after.
     *
     * @param output the result of the task: a Java value, which Jackson writes, or JSON as it is
     * @throws IllegalArgumentException if the output cannot be written as JSON
     * @throws TaskTokenException if no task waits with this token
     * @throws IllegalStateException if the answer could not be stored yet: that is tried again as long as the engine runs. If the engine
     *     ends before, the token holds again after its recovery. Or if an engine before this one has given the token out, and its execution cannot
     *     be taken up
     */
    public void sendTaskSuccess(String taskToken, @Nullable Object output) {
        host.await(tokens.succeed(taskToken, JavaValues.toJson(output)));
    }

    /**
     * Like {@link #sendTaskSuccess(String, Object)}, with what the token is to be sent back with.
     *
     * @throws IllegalArgumentException if the output cannot be written as JSON
     * @throws TaskTokenException if no task waits with this token
     * @throws IllegalStateException if the answer could not be stored yet
     */
    public <R> void sendTaskSuccess(TaskToken<R> token, @Nullable R output) {
        sendTaskSuccess(token.text(), output);
    }

    /**
     * Fails a task that waits for its token; stored as by {@link #sendTaskSuccess(String, Object)}.
     *
     * @param error the name of the error, which {@code Retry} and {@code Catch} can name; null for none
     * @param cause what to tell a person; null for nothing
     * @throws TaskTokenException if no task waits with this token
     * @throws IllegalStateException if the answer could not be stored yet: that is tried again as long as the engine runs. If the engine
     *     ends before, the token holds again after its recovery. Or if an engine before this one has given the token out, and its execution cannot
     *     be taken up
     */
    public void sendTaskFailure(String taskToken, @Nullable String error, @Nullable String cause) {
        host.await(tokens.fail(taskToken, error, cause));
    }

    /** Like {@link #sendTaskFailure(String, String, String)}. */
    public void sendTaskFailure(TaskToken<?> token, @Nullable String error, @Nullable String cause) {
        sendTaskFailure(token.text(), error, cause);
    }

    /**
     * Tells that a task that waits for its token is being worked on: its {@code HeartbeatSeconds} begin anew.
     *
     * @throws TaskTokenException if no task waits with this token
     * @throws IllegalStateException if an engine before this one has given the token out, and its execution cannot be taken up
     */
    public void sendTaskHeartbeat(String taskToken) {
        tokens.heartbeat(taskToken);
    }

    /** Like {@link #sendTaskHeartbeat(String)}. */
    public void sendTaskHeartbeat(TaskToken<?> token) {
        sendTaskHeartbeat(token.text());
    }

    /**
     * Returns what completes when this engine has stopped, since nothing can be stored any more: another process has taken over the store of both and
     * executions go on there, or the store is broken. Nothing that handlers here still do has an effect. End the process then, or create another
     * engine, which stands by or takes the executions up. Never completes otherwise.
     */
    public CompletionStage<StoreLostException> lost() {
        return host.lost.minimalCompletionStage();
    }

    /**
     * Has nothing new begun, waits until what handlers are doing is done and stored, and closes the engine. Executions that run go on where
     * they are when an engine recovers them from the store; no task of theirs is done twice, unless it took longer than the patience.
     *
     * @return whether all handlers have come to their end
     */
    public boolean close(Duration patience) {
        boolean isDone = host.drain(patience);
        host.close();
        return isDone;
    }

    /**
     * Interrupts handlers and ends all threads. Executions that run are left as they are; who awaits one is told so by an exception. With a
     * durable store they go on when an engine recovers them.
     */
    @Override
    public void close() {
        host.close();
    }
}
