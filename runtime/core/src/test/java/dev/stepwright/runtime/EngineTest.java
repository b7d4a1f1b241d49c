package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:charge";
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
    private static final StateMachineDefinition LOOP = Definitions.of("""
            {'StartAt':'Count','States':{
              'Count':{'Type':'Pass','Parameters':{'n.$':'States.MathAdd($.n, 1)','end.$':'$.end'},'Next':'More'},
              'More':{'Type':'Choice','Choices':[{'Variable':'$.n','NumericLessThanPath':'$.end','Next':'Count'}],'Default':'Done'},
              'Done':{'Type':'Succeed'}}}""");

    record Order(String id, int cents) {}

    record Receipt(String order, int paid) {}

    @Test
    void a_typed_handler_does_the_work_of_a_state() {
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Work", Order.class, (order, context) -> new Receipt(order.id(), order.cents()))
                .build();

        try (Engine engine = Engine.inMemory()) {
            Workflow<Order, Receipt> workflow =
                    engine.register("Checkout", Definitions.task(FUNCTION), Order.class, Receipt.class, handlers);

            assertThat(workflow.start(new Order("o-1", 500)).await())
                    .isEqualTo(new Outcome.Succeeded<>(new Receipt("o-1", 500)));
        }
    }

    @Test
    void a_handler_of_lambda_invoke_gets_the_payload_and_gives_the_payload() {
        StateMachineDefinition definition = Definitions.of("""
                {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',
                  'Parameters':{'FunctionName':'charge','Payload':{'cents.$':'$.cents'}},'End':true}}}""");
        TaskHandlers handlers = TaskHandlers.builder()
                .resource(FUNCTION, (input, context) -> input.path("cents"))
                .build();

        try (Engine engine = Engine.inMemory()) {
            Outcome<JsonNode> outcome = register(engine, definition, handlers)
                    .start(Definitions.json("{'cents':5}"))
                    .await();

            assertThat(outcome.output())
                    .isEqualTo(Definitions.json("{'ExecutedVersion':'$LATEST','Payload':5,'StatusCode':200}"));
        }
    }

    @Test
    void the_result_of_a_fake_that_answers_a_function_with_a_token_is_what_would_be_sent_back() {
        StateMachineDefinition waiting = Definitions.of("""
                {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',
                  'Parameters':{'FunctionName':'f','Payload':{'token.$':'$$.Task.Token'}},'End':true}}}""");
        TaskHandlers answering = TaskHandlers.builder()
                .answering("Work", JsonNode.class, (input, context) -> Definitions.json("7"))
                .build();
        try (Engine engine = Engine.inMemory()) {
            Outcome<JsonNode> outcome = register(engine, waiting, answering).run(Definitions.json("{}"));

            assertThat(outcome.output()).isEqualTo(Definitions.json("7"));
        }
    }

    @Test
    void exceptions_of_handlers_are_errors_by_name() {
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    switch (input.asString("")) {
                        case "own" -> throw new TaskFailure("CardDeclined", "no funds");
                        case "late" -> throw new TimeoutException("too late");
                        default -> throw new IllegalStateException("broken");
                    }
                })
                .build();

        try (Engine engine = Engine.inMemory()) {
            assertThat(failure(engine, FUNCTION, handlers, "own")).isEqualTo("CardDeclined: no funds");
            assertThat(failure(engine, FUNCTION, handlers, "late"))
                    .isEqualTo("States.Timeout: {\"errorMessage\":\"too late\",\"errorType\":\"States.Timeout\"}");
            assertThat(failure(engine, FUNCTION, handlers, "other"))
                    .isEqualTo(
                            "java.lang.IllegalStateException: {\"errorMessage\":\"broken\",\"errorType\":\"java.lang.IllegalStateException\"}");
            assertThat(failure(engine, "arn:aws:states:::sqs:sendMessage", handlers, "other"))
                    .isEqualTo("java.lang.IllegalStateException: broken");
        }
    }

    private static String failure(Engine engine, String resource, TaskHandlers handlers, String input) {
        Outcome<JsonNode> outcome = register(engine, Definitions.task(resource), handlers)
                .start(JsonNodeFactory.instance.stringNode(input))
                .await();
        Outcome.Failed<JsonNode> failed = (Outcome.Failed<JsonNode>) outcome;
        return failed.error() + ": " + failed.cause();
    }

    @Test
    void a_task_that_nobody_does_says_how_to_bind_one_and_what_is_bound() {
        TaskHandlers misspelt =
                TaskHandlers.builder().state("Wrok", (input, context) -> input).build();
        try (Engine engine = Engine.inMemory()) {
            Outcome<JsonNode> outcome = register(engine, Definitions.task("arn:aws:states:::sqs:sendMessage"), misspelt)
                    .start(EMPTY)
                    .await();

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error()).isEqualTo("States.Runtime");
                assertThat(failed.cause())
                        .contains("\"Work\"", "arn:aws:states:::sqs:sendMessage", "TaskHandlers", "[Wrok]");
            });
        }
    }

    @Test
    void all_problems_of_a_definition_are_told_at_once() {
        StateMachineDefinition definition = Definitions.of("""
                {'StartAt':'Gone','States':{
                  'A':{'Type':'Pass','InputPath':'no path','Next':'Nowhere'},
                  'B':{'Type':'Wait','End':true},
                  'C':{'Type':'Tsak','End':true}}}""");

        try (Engine engine = Engine.inMemory()) {
            assertThatThrownBy(() -> register(engine, definition, TaskHandlers.none()))
                    .isInstanceOfSatisfying(
                            InvalidDefinitionException.class,
                            thrown -> assertThat(thrown.problems())
                                    .extracting(problem -> problem.pointer().toString())
                                    .containsExactlyInAnyOrder(
                                            "/StartAt",
                                            "/States/A/InputPath",
                                            "/States/A/Next",
                                            "/States/B",
                                            "/States/C"));
        }
    }

    @Test
    void what_express_machines_do_not_have_is_refused() {
        StateMachineDefinition definition = Definitions.of("""
                {'StartAt':'Job','States':{
                  'Job':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2','Next':'Ask'},
                  'Ask':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Next':'All'},
                  'All':{'Type':'Parallel','Next':'Many','Branches':[{'StartAt':'Paint','States':{
                    'Paint':{'Type':'Task','Resource':'arn:aws:states:us-east-1:123456789012:activity:paint','End':true}}}]},
                  'Many':{'Type':'Map','End':true,'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},
                    'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}}}}}""");

        try (Engine engine = Engine.inMemory()) {
            assertThatThrownBy(() -> engine.registerExpress(
                            "Machine", definition, JsonNode.class, JsonNode.class, TaskHandlers.none()))
                    .hasMessageContaining("an Express workflow cannot use .sync:2; make it a Standard workflow")
                    .isInstanceOfSatisfying(
                            InvalidDefinitionException.class,
                            thrown -> assertThat(thrown.problems())
                                    .extracting(problem -> problem.pointer().toString())
                                    .containsExactly(
                                            "/States/Job/Resource",
                                            "/States/Ask/Resource",
                                            "/States/All/Branches/0/States/Paint/Resource",
                                            "/States/Many"));
            assertThat(register(engine, definition, TaskHandlers.none()).definition())
                    .isEqualTo(definition);
        }
    }

    @Test
    void starting_is_idempotent_by_name_and_input() {
        StateMachineDefinition definition =
                Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");
        EngineConfig config =
                EngineConfig.builder().time(VirtualTime.manual(Instant.EPOCH)).build();

        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, definition, TaskHandlers.none());
            Execution<JsonNode> first = workflow.start("one", Definitions.json("{'a':1}"));
            Execution<JsonNode> again = workflow.start("one", Definitions.json("{'a':1.0}"));

            assertThat(again.arn()).isEqualTo(first.arn());
            assertThatThrownBy(() -> workflow.start("one", Definitions.json("{'a':2}")))
                    .isInstanceOf(ExecutionAlreadyExistsException.class);
            first.stop(null, null);
            first.await();
            assertThatThrownBy(() -> workflow.start("one", Definitions.json("{'a':1}")))
                    .isInstanceOf(ExecutionAlreadyExistsException.class);
        }
    }

    @Test
    void a_million_states_neither_touch_the_stack_nor_fill_the_memory() {
        EngineConfig config =
                EngineConfig.builder().withoutHistory().limits(Limits.EXPRESS).build();

        try (Engine engine = Engine.create(config)) {
            Outcome<JsonNode> outcome = register(engine, LOOP, TaskHandlers.none())
                    .start(Definitions.json("{'n':0,'end':500000}"))
                    .await();

            assertThat(outcome.output().path("n").intValue()).isEqualTo(500_000);
        }
    }

    @Test
    void the_context_of_an_express_execution_shows_its_redrives_unless_its_caller_waits() {
        StateMachineDefinition shown = Definitions.of("""
                {'StartAt':'P','States':{'P':{'Type':'Pass','Parameters':{'e.$':'$$.Execution'},'OutputPath':'$.e','End':true}}}""");

        try (Engine engine = Engine.inMemory()) {
            Workflow<JsonNode, JsonNode> workflow =
                    engine.registerExpress("Machine", shown, JsonNode.class, JsonNode.class, TaskHandlers.none());
            Outcome<JsonNode> started = workflow.start(Definitions.json("{}")).await();
            Outcome<JsonNode> run = workflow.run(Definitions.json("{}"));

            assertThat(started.output().path("RedriveCount")).isEqualTo(Definitions.json("0"));
            assertThat(run.output().propertyNames()).containsExactly("Id", "Input", "StartTime", "Name", "RoleArn");
        }
    }

    @Test
    void an_endless_loop_can_be_stopped() {
        EngineConfig config = EngineConfig.builder()
                .withoutHistory()
                .limits(Limits.EXPRESS)
                .engineThreads(1)
                .build();

        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, LOOP, TaskHandlers.none());
            Execution<JsonNode> endless = workflow.start(Definitions.json("{'n':0,'end':1e18}"));
            workflow.start(Definitions.json("{'n':0,'end':10}")).await();
            endless.stop("Halt", "enough");

            assertThat(endless.await()).isEqualTo(new Outcome.Aborted<>("Halt", "enough"));
        }
    }

    @Test
    void closing_leaves_no_thread_and_no_waiter() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        CountDownLatch isBusy = new CountDownLatch(1);
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    isBusy.countDown();
                    Thread.currentThread().join();
                    return input;
                })
                .build();
        Engine engine = Engine.inMemory();
        Execution<JsonNode> busy =
                register(engine, Definitions.task(FUNCTION), handlers).start(EMPTY);
        isBusy.await();

        engine.close();

        assertThatThrownBy(busy::await)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("the engine was closed while the execution " + busy.arn() + " was running");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("stepwright")) {
                thread.join(10_000); // a pool is terminated a moment before its last thread is
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThatThrownBy(() -> register(engine, LOOP, handlers).start(EMPTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_runner_that_throws_ends_the_execution() {
        TaskHandlers handlers =
                TaskHandlers.builder().state("Work", (input, context) -> input).build();
        EngineConfig config = EngineConfig.builder().runner(new BrokenRunner()).build();

        try (Engine engine = Engine.create(config)) {
            Outcome<JsonNode> outcome = register(
                            engine, Definitions.task("arn:aws:states:::sqs:sendMessage"), TaskHandlers.none())
                    .start(EMPTY)
                    .await();

            assertThat(outcome)
                    .isEqualTo(new Outcome.Failed<>(
                            "States.Runtime",
                            "The task \"Work\" could not be started: java.lang.IllegalStateException: no connection"));
            assertThat(register(engine, Definitions.task(FUNCTION), handlers)
                            .start(EMPTY)
                            .await())
                    .isInstanceOf(Outcome.Succeeded.class);
        }
    }

    @Test
    void a_task_token_completes_its_task_once() {
        String resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
        List<String> tokens = new ArrayList<>();
        TaskHandlers handlers = TaskHandlers.builder()
                .inline("Work", (input, context) -> {
                    tokens.add(context.taskToken().orElseThrow());
                    return EMPTY;
                })
                .build();

        try (Engine engine = Engine.inMemory()) {
            Execution<JsonNode> execution =
                    register(engine, Definitions.task(resource), handlers).start(EMPTY);
            awaitEvent(execution, "TaskSubmitted");
            engine.sendTaskHeartbeat(tokens.get(0));
            engine.sendTaskSuccess(tokens.get(0), Definitions.json("{'ok':true}"));

            assertThat(execution.await().output()).isEqualTo(Definitions.json("{'ok':true}"));
            assertThatThrownBy(() -> engine.sendTaskSuccess(tokens.get(0), EMPTY))
                    .isInstanceOfSatisfying(
                            TaskTokenException.class,
                            e -> assertThat(e.reason()).isEqualTo(TaskTokenException.Reason.TASK_TIMED_OUT));
            assertThatThrownBy(() -> engine.sendTaskHeartbeat("no token"))
                    .isInstanceOfSatisfying(
                            TaskTokenException.class,
                            e -> assertThat(e.reason()).isEqualTo(TaskTokenException.Reason.INVALID_TOKEN));
            assertThatThrownBy(() -> engine.sendTaskHeartbeat(
                            tokens.get(0).substring(0, tokens.get(0).length() - 4)))
                    .isInstanceOfSatisfying(
                            TaskTokenException.class,
                            e -> assertThat(e.reason()).isEqualTo(TaskTokenException.Reason.INVALID_TOKEN));
        }
        try (Engine other = Engine.inMemory()) {
            assertThatThrownBy(() -> other.sendTaskHeartbeat(tokens.get(0)))
                    .isInstanceOfSatisfying(
                            TaskTokenException.class,
                            e -> assertThat(e.reason()).isEqualTo(TaskTokenException.Reason.TASK_DOES_NOT_EXIST));
        }
    }

    /** Waits until an event has been stored; the test's own time limit ends the wait. */
    private static void awaitEvent(Execution<JsonNode> execution, String type) {
        while (execution.history().stream().map(HistoryEvent::type).noneMatch(type::equals)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_worker_polls_an_activity_before_or_after_there_is_work() throws Exception {
        try (Engine engine = Engine.inMemory()) {
            String activity = engine.activities().create("paint");
            Workflow<JsonNode, JsonNode> workflow = register(engine, Definitions.task(activity), TaskHandlers.none());
            var early = engine.activities().poll(activity, "early bird").toCompletableFuture();
            Execution<JsonNode> first = workflow.start(Definitions.json("{'wall':1}"));
            ActivityTask task = early.get(10, TimeUnit.SECONDS);
            engine.sendTaskSuccess(task.taskToken(), task.input());
            Execution<JsonNode> second = workflow.start(Definitions.json("{'wall':2}"));
            ActivityTask late = engine.activities()
                    .poll(activity, null)
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            engine.sendTaskFailure(late.taskToken(), "NoPaint", "empty");

            assertThat(first.await().output()).isEqualTo(Definitions.json("{'wall':1}"));
            assertThat(second.await()).isEqualTo(new Outcome.Failed<>("NoPaint", "empty"));
            assertThat(first.history().get(3).details()).isEqualTo(Definitions.json("{'workerName':'early bird'}"));
        }
    }

    @Test
    void the_task_of_an_activity_waits_until_that_is_created_again_after_a_restart() throws Exception {
        RecordingStore store = new RecordingStore();
        StateMachineDefinition painting = Definitions.task("arn:aws:states:us-east-1:123456789012:activity:paint");
        try (Engine before = Engine.create(EngineConfig.builder().store(store).build())) {
            before.activities().create("paint");
            awaitEvent(
                    register(before, painting, TaskHandlers.none()).start(Definitions.json("{'wall':1}")),
                    "ActivityScheduled");
        }

        try (Engine after = Engine.create(EngineConfig.builder().store(store).build())) {
            register(after, painting, TaskHandlers.none());
            Execution<JsonNode> execution = after.recover().get(0);
            ActivityTask task = after.activities()
                    .poll(after.activities().create("paint"), null)
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            after.sendTaskSuccess(task.taskToken(), task.input());

            assertThat(execution.await().output()).isEqualTo(Definitions.json("{'wall':1}"));
        }
    }

    @Test
    void a_function_whose_arn_is_none_is_not_found() {
        StateMachineDefinition call = Definitions.of("""
                {'StartAt':'T','States':{'T':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',
                  'Parameters':{'FunctionName':'arn:aws:states:::nothing'},'End':true}}}""");
        RecordingStore store = new RecordingStore();
        try (Engine engine = Engine.create(EngineConfig.builder().store(store).build())) {
            Workflow<JsonNode, JsonNode> workflow = register(
                    engine,
                    call,
                    TaskHandlers.builder()
                            .resource("arn:aws:lambda:us-east-1:123456789012:function:f", (input, context) -> input)
                            .build());

            assertThat(workflow.start(Definitions.json("{}")).await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error()).isEqualTo("Lambda.ResourceNotFoundException"));
        }
    }

    @Test
    void a_function_that_nobody_does_is_not_found_by_its_arn_however_it_is_called() {
        try (Engine engine = Engine.inMemory()) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, Definitions.of("""
                    {'StartAt':'T','States':{'T':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',
                      'Parameters':{'FunctionName':'123456789012:function:gone'},'End':true}}}"""), TaskHandlers.none());

            assertThat(workflow.start(EMPTY).await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.cause())
                                    .startsWith(
                                            "Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:$LATEST "));
        }
    }

    @Test
    void a_handler_of_a_state_stands_for_an_activity_that_does_not_exist() {
        String activity = "arn:aws:states:us-east-1:123456789012:activity:paint";
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Work", (input, context) -> Definitions.json("{'painted':true}"))
                .build();

        try (Engine engine = Engine.inMemory()) {
            Execution<JsonNode> bound =
                    register(engine, Definitions.task(activity), handlers).start(EMPTY);
            Outcome<JsonNode> outcome = bound.await();
            Outcome<JsonNode> unbound = register(engine, Definitions.task(activity), TaskHandlers.none())
                    .start(EMPTY)
                    .await();

            assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(Definitions.json("{'painted':true}")));
            assertThat(bound.history().stream().map(HistoryEvent::type))
                    .contains("ActivityScheduled", "ActivityStarted", "ActivitySucceeded");
            assertThat(unbound)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.cause())
                                    .contains("The activity " + activity + " does not exist."));
        }
    }

    @Test
    void a_listener_is_told_what_happens() {
        List<String> lines = new ArrayList<>();
        StateMachineDefinition definition = Definitions.of("""
                {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true,
                  'Retry':[{'ErrorEquals':['Busy'],'IntervalSeconds':60}]}}}""");
        int[] calls = {0};
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    if (calls[0]++ == 0) {
                        throw new TaskFailure("Busy", null);
                    }
                    return JsonNodeFactory.instance.numberNode(context.attempt());
                })
                .build();
        EngineConfig config = EngineConfig.builder()
                .time(VirtualTime.automatic(Instant.EPOCH))
                .listener(progress -> lines.add(line(progress)))
                .build();

        try (Engine engine = Engine.create(config)) {
            register(engine, definition, handlers).start(EMPTY).await();
        }

        assertThat(lines)
                .containsExactly(
                        "Machine started with {}",
                        "> Work",
                        "! Work Busy",
                        "~ Work until 1970-01-01T00:01:00Z",
                        "< Work 2",
                        "= SUCCEEDED");
    }

    private static String line(Progress progress) {
        if (progress instanceof Progress.Started p) {
            return p.machineName() + " started with " + p.input();
        } else if (progress instanceof Progress.Entered p) {
            return "> " + p.state();
        } else if (progress instanceof Progress.Exited p) {
            return "< " + p.state() + " " + p.output();
        } else if (progress instanceof Progress.Failed p) {
            return "! " + p.state() + " " + p.error();
        } else if (progress instanceof Progress.WaitsForRetry p) {
            return "~ " + p.state() + " until " + p.until();
        }
        return "= " + ((Progress.Ended) progress).status();
    }

    @Test
    void an_execution_is_described_while_it_runs_and_afterwards() {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);

        try (Engine engine = Engine.create(EngineConfig.builder().time(time).build())) {
            Execution<JsonNode> execution = register(
                            engine,
                            Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}"),
                            TaskHandlers.none())
                    .start("one", EMPTY);
            ExecutionStatus before =
                    engine.describe(execution.arn()).orElseThrow().status();
            awaitEvent(execution, "WaitStateEntered");
            time.advance(Duration.ofMinutes(2));
            execution.await();
            ExecutionDescription after = engine.describe(execution.arn()).orElseThrow();

            assertThat(before).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(after.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(after.output()).isEqualTo(EMPTY);
            assertThat(engine.describe("arn:nobody")).isEmpty();
        }
    }

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, StateMachineDefinition definition, TaskHandlers handlers) {
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, handlers);
    }

    @Test
    void many_executions_run_side_by_side() {
        StateMachineDefinition definition = Definitions.of("""
                {'StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':[
                  {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true,
                    'Retry':[{'ErrorEquals':['Busy'],'IntervalSeconds':1}]}}},
                  {'StartAt':'Each','States':{'Each':{'Type':'Map','ItemsPath':'$.rows','End':true,'MaxConcurrency':2,
                    'ItemProcessor':{'StartAt':'Row','States':{'Row':{'Type':'Wait','SecondsPath':'$','End':true}}}}}}]}}}""");
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    if (context.attempt() == 1) {
                        throw new TaskFailure("Busy", null);
                    }
                    return input.path("n");
                })
                .build();
        EngineConfig config = EngineConfig.builder()
                .time(VirtualTime.automatic(Instant.EPOCH))
                .engineThreads(4)
                .build();

        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, definition, handlers);
            List<Execution<JsonNode>> executions = new ArrayList<>();
            for (int n = 0; n < 500; n++) {
                executions.add(workflow.start(Definitions.json("{'n':" + n + ",'rows':[3,1,2]}")));
            }

            for (int n = 0; n < 500; n++) {
                assertThat(executions.get(n).await().output()).isEqualTo(Definitions.json("[" + n + ",[3,1,2]]"));
            }
        }
    }

    @Test
    void stopping_a_parent_stops_the_child_that_it_waits_for() {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        EngineConfig config = EngineConfig.builder().time(time).build();

        try (Engine engine = Engine.create(config)) {
            engine.register(
                    "Child",
                    Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}"),
                    JsonNode.class,
                    JsonNode.class,
                    TaskHandlers.none());
            Execution<JsonNode> parent =
                    register(engine, Definitions.of("""
                            {'StartAt':'Call','States':{'Call':{'Type':'Task','End':true,
                              'Resource':'arn:aws:states:::states:startExecution.sync:2','Parameters':{'Name':'kid',
                                'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Child'}}}}"""), TaskHandlers.none()).start(EMPTY);
            awaitEvent(parent, "TaskSubmitted");
            parent.stop("Halt", null);
            parent.await();
            String child = "arn:aws:states:us-east-1:123456789012:execution:Child:kid";
            while (engine.describe(child).orElseThrow().status() == ExecutionStatus.RUNNING) {
                Thread.onSpinWait();
            }

            ExecutionDescription end = engine.describe(child).orElseThrow();
            assertThat(end.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(end.cause()).contains("[" + parent.arn() + "] which was managing this resource was aborted");
        }
    }
}
