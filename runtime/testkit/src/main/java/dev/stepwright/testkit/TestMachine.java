package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.Handlers;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.ErrorNaming;
import dev.stepwright.runtime.task.HandlerRunner;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.RealTime;
import dev.stepwright.runtime.time.TimeSource;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A state machine under test. Each run has an engine of its own, in memory and in virtual time: a wait of a year is over at once, and
 * the same input gives the same history. What the runs have gone through is collected in the machine's {@link #coverage()}.
 *
 * <pre>{@code
 * TestMachine<JsonNode, JsonNode> orders = TestMachine.of(definition, Stubs.parse("{\"Charge\": {\"Return\": {\"id\": 7}}}"));
 *
 * TestRun<JsonNode> run = orders.runJson("{\"amount\": 3.50}");
 *
 * assertThat(run.path()).containsExactly("Charge", "Notify");
 * assertThat(run.taskInputs("Notify")).hasSize(1);
 * }</pre>
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class TestMachine<I, O> {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final StateMachineDefinition definition;
    private final Tasks tasks;
    private final Registration<I, O> registration;
    private final Coverage coverage;
    private final Settings settings;

    private interface Registration<I, O> {
        Workflow<I, O> register(Engine engine, String name);
    }

    /** What does the tasks: stubs first. */
    private record Tasks(TaskHandlers handlers, Stubs stubs) {}

    private record Settings(String name, Supplier<TimeSource> time, Duration patience, Consumer<String> out) {
        static final Settings DEFAULT =
                new Settings("test", () -> VirtualTime.automatic(START), Duration.ofSeconds(60), line -> {});
    }

    private TestMachine(
            StateMachineDefinition definition,
            Tasks tasks,
            Registration<I, O> registration,
            Coverage coverage,
            Settings settings) {
        this.definition = definition;
        this.tasks = tasks;
        this.registration = registration;
        this.coverage = coverage;
        this.settings = settings;
    }

    /**
     * Returns a machine whose tasks are answered by stubs, each run from their beginning.
     *
     * @throws IllegalArgumentException if there is a stub for something that is no Task state of the definition
     */
    public static TestMachine<JsonNode, JsonNode> of(StateMachineDefinition definition, Stubs stubs) {
        return of(definition, TaskHandlers.none()).stubbing(stubs);
    }

    /** Returns a machine whose tasks are done by handlers. */
    public static TestMachine<JsonNode, JsonNode> of(StateMachineDefinition definition, TaskHandlers handlers) {
        return of(definition, JsonNode.class, JsonNode.class, handlers);
    }

    /**
     * Returns a machine that takes and gives Java values, with what is generated for it for example: {@code
     * TestMachine.of(OrderWorkflow.DEFINITION, OrderInput.class, OrderOutput.class, new OrderService().handlers())}.
     */
    public static <I, O> TestMachine<I, O> of(
            StateMachineDefinition definition, Class<I> input, Class<O> output, TaskHandlers handlers) {
        return of(
                definition,
                handlers,
                (engine, name) -> engine.register(name, definition, input, output, TaskHandlers.none()));
    }

    /**
     * Returns a machine written in Java.
     *
     * @param handlers the methods behind its tasks: {@code machine.handlers().bind(Shop.class, shop)}
     */
    public static <I, O> TestMachine<I, O> of(StateMachine<I, O> machine, Handlers handlers) {
        return of(machine, TaskHandlers.builder().methods(handlers).build());
    }

    /**
     * Returns a machine written in Java whose tasks are answered by stubs, each run from their beginning.
     *
     * @throws IllegalArgumentException if there is a stub for something that is no Task state of the machine
     */
    public static <I, O> TestMachine<I, O> of(StateMachine<I, O> machine, Stubs stubs) {
        return of(machine, TaskHandlers.none()).stubbing(stubs);
    }

    private static <I, O> TestMachine<I, O> of(StateMachine<I, O> machine, TaskHandlers handlers) {
        return of(
                machine.definition(), handlers, (engine, name) -> engine.register(name, machine, TaskHandlers.none()));
    }

    private static <I, O> TestMachine<I, O> of(
            StateMachineDefinition definition, TaskHandlers handlers, Registration<I, O> registration) {
        return new TestMachine<>(
                definition, new Tasks(handlers, Stubs.NONE), registration, Coverage.of(definition), Settings.DEFAULT);
    }

    private TestMachine<I, O> with(Settings value) {
        return new TestMachine<>(definition, tasks, registration, coverage, value);
    }

    /**
     * Returns this machine with stubs that answer in place of its handlers, each run from their beginning; a state without a stub keeps its handler.
     * They take the place of stubs it has. The coverage is shared.
     *
     * @throws IllegalArgumentException if there is a stub for something that is no Task state of the machine
     */
    public TestMachine<I, O> stubbing(Stubs value) {
        value.runner(definition);
        return new TestMachine<>(definition, new Tasks(tasks.handlers, value), registration, coverage, settings);
    }

    /** Returns this machine with another name than {@code test}, which its ARN and the Context Object have. The coverage is shared. */
    public TestMachine<I, O> named(String value) {
        return with(new Settings(value, settings.time, settings.patience, settings.out));
    }

    /** Returns this machine with runs that begin at {@code value}; at the start of 2026 without it. The coverage is shared. */
    public TestMachine<I, O> startingAt(Instant value) {
        return with(new Settings(settings.name, () -> VirtualTime.automatic(value), settings.patience, settings.out));
    }

    /** Returns this machine with runs whose waits take as long as they say, from now on. The coverage is shared. */
    public TestMachine<I, O> inRealTime() {
        return with(new Settings(settings.name, RealTime::new, settings.patience, settings.out));
    }

    /**
     * Returns this machine with runs that may take so long by the wall clock; 60 s without it. A run in virtual time that takes longer waits for an
     * answer that never comes. The coverage is shared.
     */
    public TestMachine<I, O> withPatience(Duration value) {
        return with(new Settings(settings.name, settings.time, value, settings.out));
    }

    /** Returns this machine with runs that give each line of {@link TestRun#toString} to {@code out} at once. The coverage is shared. */
    public TestMachine<I, O> printingTo(Consumer<String> out) {
        return with(new Settings(settings.name, settings.time, settings.patience, out));
    }

    /** Returns this machine with runs that add to {@code value}, so that the tests of a class have one coverage. */
    public TestMachine<I, O> countingIn(Coverage value) {
        return new TestMachine<>(definition, tasks, registration, value, settings);
    }

    /** Returns what the runs of this machine have gone through so far. */
    public Coverage coverage() {
        return coverage;
    }

    /**
     * Runs the machine to its end.
     *
     * @throws IllegalStateException if it does not come to an end; the message tells where it stands
     * @throws dev.stepwright.runtime.InvalidDefinitionException if it cannot be run; it tells all reasons
     */
    public TestRun<O> run(I input) {
        return run(JavaValues.toJson(input), settings);
    }

    /**
     * Runs the machine to its end with a JSON text as input.
     *
     * @throws dev.stepwright.json.JsonSyntaxException if it is not JSON
     * @throws IllegalStateException as {@link #run}
     */
    public TestRun<O> runJson(String input) {
        return run(JsonDocument.parse(input).root(), settings);
    }

    private TestRun<O> run(JsonNode input, Settings with) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ProgressLines progress = ProgressLines.withOutputsTo(line -> {
            lines.add(line);
            with.out.accept(line);
        });
        List<ActivityArn> activities = ActivityArn.in(definition);
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        try (Engine engine = Engine.create(config(progress, activities, thrown))) {
            activities.forEach(activity -> engine.activities().create(activity.name()));
            Execution<O> execution = registration
                    .register(engine, with.name)
                    .start(new StartRequest(null, input, JsonText.compact(input), null, null, null));
            Outcome<O> outcome = outcome(execution, lines);
            List<HistoryEntry> events = engine.history(execution.arn(), 0, Integer.MAX_VALUE);
            TestRun<O> run = new TestRun<>(
                    outcome, execution.description(), new TestRun.Recording(definition, events, lines, thrown));
            coverage.add(run);
            return run;
        }
    }

    private EngineConfig config(ProgressLines progress, List<ActivityArn> activities, List<Throwable> thrown) {
        Random random = new Random(1);
        ActivityArn place = activities.stream().findFirst().orElse(ActivityArn.ANYWHERE);
        ErrorNaming noting = throwable -> {
            thrown.add(throwable);
            return ErrorNaming.CLASS_NAMES.nameOf(throwable);
        };
        HandlerRunner.Settings naming = new HandlerRunner.Settings(noting, place.region(), place.account());
        return EngineConfig.builder()
                .time(settings.time.get())
                .ids(() -> new UUID(random.nextLong(), random.nextLong()))
                .listener(progress)
                .region(place.region())
                .account(place.account())
                .runner(workplace ->
                        tasks.stubs.runner(definition, new HandlerRunner(tasks.handlers, workplace, naming)))
                .build();
    }

    private Outcome<O> outcome(Execution<O> execution, List<String> lines) {
        try {
            return execution.outcome().toCompletableFuture().get(settings.patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the execution has not ended after " + settings.patience.toSeconds()
                            + " s; it waits for an answer that nobody gives, or goes round in a loop:\n"
                            + String.join("\n", List.copyOf(lines)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the execution ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run has no outcome: " + e.getMessage(), e);
        }
    }
}
