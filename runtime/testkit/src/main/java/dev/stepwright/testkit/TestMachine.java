package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.Handlers;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.RealTime;
import dev.stepwright.runtime.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    private static final Rehearsal.Settings DEFAULT =
            new Rehearsal.Settings(() -> VirtualTime.automatic(START), Duration.ofSeconds(60), line -> {}, false, null);

    /** So often a recorded execution that has come out differently is run again, to find out what is different each time. */
    private static final int TAKES = 3;

    private final Subject subject;
    private final Rehearsal.Settings settings;

    private TestMachine(Subject subject, Rehearsal.Settings settings) {
        this.subject = subject;
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
     * Returns a machine that takes and gives Java values. What is generated for a definition knows its types: {@link
     * #of(StateMachine, TaskHandlers) TestMachine.of(OrderWorkflow.MACHINE, ...)}.
     */
    public static <I, O> TestMachine<I, O> of(
            StateMachineDefinition definition, Class<I> input, Class<O> output, TaskHandlers handlers) {
        return new TestMachine<>(Subject.of(definition, output, handlers), DEFAULT);
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

    /**
     * Returns a machine with its types, whose tasks are done by handlers: one that is generated, {@code
     * TestMachine.of(OrderWorkflow.MACHINE, new FakeOrderTasks().onCharge(...).handlers())}, or one written in Java whose tasks are not all methods.
     */
    public static <I, O> TestMachine<I, O> of(StateMachine<I, O> machine, TaskHandlers handlers) {
        return new TestMachine<>(Subject.of(machine.definition(), machine.outputType(), handlers), DEFAULT);
    }

    private TestMachine<I, O> with(Subject value) {
        return new TestMachine<>(value, settings);
    }

    private TestMachine<I, O> with(Rehearsal.Settings value) {
        return new TestMachine<>(subject, value);
    }

    /** Returns the machine with those that it starts. */
    Subject subject() {
        return subject;
    }

    /**
     * Returns this machine with stubs that answer in place of its handlers, each run from their beginning; a state without a stub keeps its handler.
     * They take the place of stubs it has. The coverage is shared.
     *
     * @throws IllegalArgumentException if there is a stub for something that is no Task state of the machine
     */
    public TestMachine<I, O> stubbing(Stubs value) {
        value.runner(subject.definition());
        return with(subject.with(subject.tasks().with(value)));
    }

    /**
     * Returns this machine with others who do the tasks that have neither a stub nor a handler, such as {@code AwsServices.of(client)}. They are
     * asked in their order, after those that are there. The coverage is shared.
     */
    public TestMachine<I, O> doing(TaskRunner.Maker... others) {
        return with(subject.with(subject.tasks().with(others)));
    }

    /**
     * Returns this machine with tasks that begin only if they may, whoever would do them, stubs and handlers included. To try whether a policy is
     * enough for its role, with {@code RolePermission} of {@code stepwright-services}:
     *
     * <pre>{@code
     * machine.heldTo(RolePermission.of(PolicyCheck.read(Path.of("order.policy.json"))))
     * }</pre>
     *
     * <p>A task that may not begin fails as the service would let it fail. The coverage is shared.
     */
    public TestMachine<I, O> heldTo(TaskPermission value) {
        return with(subject.with(subject.tasks().heldTo(value)));
    }

    /**
     * Returns this machine with one that its tasks start: by {@code states:startExecution} in all its patterns, or by {@code
     * aws-sdk:sfn:startExecution} or, for an {@link #asExpress Express} one, {@code startSyncExecution}. It runs in the same virtual time, with its own
     * stubs, handlers and coverage, and with those that it nests itself; {@link TestRun#nested} tells what became of it. A run also waits for
     * executions that no task waits for. A stub or handler of the task goes before it. The coverage of this machine is shared.
     *
     * @param reference what the definition has as {@code StateMachineArn}: an ARN, or a placeholder such as <code>${Shipping}</code>. If the machine
     *     is not {@link #named}, its name is made of this
     */
    public TestMachine<I, O> nesting(String reference, TestMachine<?, ?> machine) {
        return with(subject.nesting(reference, machine.subject));
    }

    /**
     * Returns this machine as an Express one: with the limits of Express, five minutes among them. A run is refused where it has what
     * Express machines do not have: {@code .sync}, {@code .waitForTaskToken}, activities, distributed Maps. The coverage is shared.
     */
    public TestMachine<I, O> asExpress() {
        return with(subject.asExpress());
    }

    /**
     * Returns this machine with another name than {@code test}, which its ARN and the Context Object have. The coverage is shared.
     *
     * @param value 1 to 80 characters, see {@link dev.stepwright.runtime.ResourceNames#isAllowed}
     */
    public TestMachine<I, O> named(String value) {
        return with(subject.named(value));
    }

    /** Returns this machine with runs that begin at {@code value}; at the start of 2026 without it. The coverage is shared. */
    public TestMachine<I, O> startingAt(Instant value) {
        return with(settings.withTime(() -> VirtualTime.automatic(value)));
    }

    /** Returns this machine with runs whose waits take as long as they say, from now on. The coverage is shared. */
    public TestMachine<I, O> inRealTime() {
        return with(settings.withTime(RealTime::new));
    }

    /**
     * Returns this machine with runs that may take so long by the wall clock; 60 s without it. A run in virtual time that takes longer waits for an
     * answer that never comes. The coverage is shared.
     */
    public TestMachine<I, O> withPatience(Duration value) {
        return with(settings.withPatience(value));
    }

    /** Returns this machine with runs that give each line of {@link TestRun#toString} to {@code out} at once. The coverage is shared. */
    public TestMachine<I, O> printingTo(Consumer<String> out) {
        return with(settings.withOut(out));
    }

    /**
     * Returns this machine with runs that write a page each into a folder, as {@link TestRun#report} has it: what went wrong, the picture, states and events. It is called
     * after the method that calls {@code run}, {@code OrderTest.an_order_is_shipped-1.html}, and {@link TestRun#toString} ends with its path. An
     * execution that the machine starts has one, too, and so has a run that does not come to its end. The coverage is shared.
     *
     * @param folder is made where it is missing, for example {@code Path.of("target/runs")}
     */
    public TestMachine<I, O> writingPagesTo(Path folder) {
        return with(settings.withFolder(folder));
    }

    /**
     * Returns this machine with runs in which a distributed Map iterates over the members of a JSON object that its {@code ItemReader} reads, or not;
     * it does not without this, see {@link dev.stepwright.runtime.EngineConfig.Builder#iteratingOverObjects}. The coverage is shared.
     */
    public TestMachine<I, O> iteratingOverObjects(boolean value) {
        return with(settings.iteratingOverObjects(value));
    }

    /** Returns this machine with runs that add to {@code value}, so that the tests of a class have one coverage. */
    public TestMachine<I, O> countingIn(Coverage value) {
        return with(subject.with(value));
    }

    /** Returns what the runs of this machine have gone through so far. */
    public Coverage coverage() {
        return subject.coverage();
    }

    /**
     * Runs the machine to its end.
     *
     * @throws IllegalArgumentException if the input cannot be written as JSON, or two machines that it {@link #nesting nests} have one name
     * @throws IllegalStateException if it does not come to an end, the message tells where it stands; or if the output does not fit its type
     * @throws dev.stepwright.runtime.InvalidDefinitionException if it cannot be run; it tells all reasons
     */
    public TestRun<O> run(I input) {
        return run(JavaValues.toJson(input));
    }

    /**
     * Runs the machine to its end with a JSON text as input.
     *
     * @throws dev.stepwright.json.JsonSyntaxException if it is not JSON
     * @throws IllegalStateException as {@link #run}
     */
    public TestRun<O> runJson(String input) {
        return run(JsonDocument.parse(input).root());
    }

    /**
     * Runs an execution again that was recorded on AWS, and compares what comes out: it begins at the recorded time with the recorded input, and each
     * task answers as it did there, after as long. What differs is told, unless it comes from ids, time or chance.
     *
     * <p>A stub that this machine has for a state goes before what was recorded; handlers and others do what was not recorded, a task that is new for
     * example. One that was stopped, timed out or still ran is compared as far as it went, one that was redriven up to there. A distributed Map
     * gives what it gave, where the recording tells that for sure; else give stubs for what it reads and for the tasks of its executions. An execution of
     * a Map Run has a history of its own, and is run again as one of the machine that its Map has for each item, with JSON as its output; it does not count for the
     * coverage.
     *
     * @throws IllegalStateException as {@link #run}
     * @throws dev.stepwright.runtime.InvalidDefinitionException if it cannot be run; it tells all reasons
     */
    public Replay<O> replay(RecordedExecution recorded) {
        Subject machine = subject.thatRan(recorded);
        Script script = new Script(recorded, machine, 0);
        Rehearsal.Result result = new Rehearsal(machine.playing(script), settings).run(recorded.input());
        TestRun<O> run = new TestRun<>(machine.output(), result.first().of(machine.definition()), result.nested());
        Strands now = Strands.of(result.first().events());
        List<Difference> differences = ReplayComparison.between(script, now, List.of());
        return new Replay<>(
                run,
                differences.isEmpty()
                        ? differences
                        : ReplayComparison.between(script, now, otherTakes(machine, recorded)));
    }

    /** What comes from ids, time or chance is another each time; a choice between two that is made by chance may be the same once. */
    private List<Strands> otherTakes(Subject machine, RecordedExecution recorded) {
        List<Strands> takes = new ArrayList<>();
        for (int take = 1; take <= TAKES; take++) {
            Subject anew = machine.playing(new Script(recorded, machine, take))
                    .with(Coverage.of(machine.definition()))
                    .named("take-" + take);
            takes.add(Strands.of(new Rehearsal(anew, settings.unseen())
                    .run(recorded.input())
                    .first()
                    .events()));
        }
        return takes;
    }

    private TestRun<O> run(JsonNode input) {
        Rehearsal.Result result = new Rehearsal(subject, settings).run(input);
        return new TestRun<>(subject.output(), result.first(), result.nested());
    }
}
