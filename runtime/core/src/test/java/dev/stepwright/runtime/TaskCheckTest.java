package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskHandlers;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What tasks take and give is checked, if somebody asks for it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskCheckTest {
    private static final StateMachineDefinition WORK = Definitions.task("work");

    /** The state "Work" takes objects and gives numbers; what goes through the machine itself is always right. */
    private static final PayloadCheck CHECK = new PayloadCheck() {
        @Override
        public Optional<String> inputProblem(JsonNode input) {
            return Optional.empty();
        }

        @Override
        public Optional<String> outputProblem(JsonNode output) {
            return Optional.empty();
        }

        @Override
        public Optional<String> taskInputProblem(String stateName, JsonNode input) {
            return !stateName.equals("Work") || input.isObject()
                    ? Optional.empty()
                    : Optional.of("it is " + input + ", but must be an object");
        }

        @Override
        public Optional<String> taskOutputProblem(String stateName, JsonNode output) {
            return !stateName.equals("Work") || output.isNumber()
                    ? Optional.empty()
                    : Optional.of("it is " + output + ", but must be a number");
        }
    };

    private static final Outcome<JsonNode> REFUSED_RESULT = new Outcome.Failed<>(
            "Stepwright.InvalidTaskOutput",
            "the task \"Work\" returned an invalid result: it is \"x\", but must be a number");

    private final AtomicInteger calls = new AtomicInteger();
    private final TaskHandlers handlers = TaskHandlers.builder()
            .state("Work", (input, context) -> {
                calls.incrementAndGet();
                return input.path("out");
            })
            .build();

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, StateMachineDefinition definition, TaskHandlers handlers) {
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, handlers);
    }

    private Outcome<JsonNode> run(StateMachineDefinition definition, String input) {
        try (Engine engine = Engine.inMemory()) {
            return register(engine, definition, handlers).checked(CHECK).run(Definitions.json(input));
        }
    }

    @Test
    void a_task_with_a_right_input_and_a_right_result_succeeds() {
        assertThat(run(WORK, "{'out':7}").output()).isEqualTo(Definitions.json("7"));
    }

    @Test
    void a_task_with_a_wrong_input_fails_and_is_not_done() {
        assertThat(run(WORK, "[1]"))
                .isEqualTo(new Outcome.Failed<>(
                        "Stepwright.InvalidTaskInput",
                        "the task \"Work\" cannot run with this input: it is [1], but must be an object"));
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_task_with_a_wrong_result_fails() {
        assertThat(run(WORK, "{'out':'x'}")).isEqualTo(REFUSED_RESULT);
    }

    @Test
    void an_inline_handler_is_checked_like_others() {
        TaskHandlers inline = TaskHandlers.builder()
                .inline("Work", (input, context) -> input.path("out"))
                .build();
        try (Engine engine = Engine.inMemory()) {
            Workflow<JsonNode, JsonNode> machine =
                    register(engine, WORK, inline).checked(CHECK);

            assertThat(machine.run(Definitions.json("{'out':'x'}"))).isEqualTo(REFUSED_RESULT);
        }
    }

    @Test
    void both_errors_can_be_retried_and_caught() {
        StateMachineDefinition caught = Definitions.of("""
                {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'work','End':true,
                  'Retry':[{'ErrorEquals':['Stepwright.InvalidTaskOutput'],'IntervalSeconds':1,'JitterStrategy':'FULL','MaxDelaySeconds':1,'MaxAttempts':1}],
                  'Catch':[{'ErrorEquals':['States.TaskFailed'],'Next':'Look'}]},'Look':{'Type':'Pass','End':true}}}""");

        assertThat(run(caught, "{'out':'x'}").output().path("Error").stringValue())
                .isEqualTo("Stepwright.InvalidTaskOutput");
        assertThat(calls).hasValue(2);
        assertThat(run(caught, "[1]").output().path("Error").stringValue()).isEqualTo("Stepwright.InvalidTaskInput");
    }

    @Test
    void of_a_function_the_payload_is_checked() {
        StateMachineDefinition invoke = Definitions.of("""
                {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',
                  'Parameters':{'FunctionName':'f','Payload.$':'$'},'OutputPath':'$.Payload','End':true}}}""");

        assertThat(run(invoke, "{'out':7}").output()).isEqualTo(Definitions.json("7"));
        assertThat(run(invoke, "{'out':'x'}")).isEqualTo(REFUSED_RESULT);
        assertThat(run(invoke, "[1]"))
                .asString()
                .contains("Stepwright.InvalidTaskInput", "it is [1], but must be an object");
    }

    @Test
    void what_is_sent_back_with_a_token_is_checked() throws InterruptedException {
        BlockingQueue<String> tokens = new ArrayBlockingQueue<>(1);
        TaskHandlers asking = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    tokens.add(context.taskToken().orElseThrow());
                    return input; // not the result, and not checked
                })
                .build();
        try (Engine engine = Engine.inMemory()) {
            Execution<JsonNode> execution = register(
                            engine, Definitions.task("arn:aws:states:::sqs:sendMessage.waitForTaskToken"), asking)
                    .checked(CHECK)
                    .start("one", Definitions.json("{}"));

            engine.sendTaskSuccess(tokens.poll(30, TimeUnit.SECONDS), Definitions.json("'x'"));

            assertThat(execution.await()).isEqualTo(REFUSED_RESULT);
            assertThat(execution.history())
                    .extracting(HistoryEvent::type)
                    .endsWith("TaskFailed", "ExecutionFailed"); // TaskSubmitted only if the handler returned before
        }
    }

    @Test
    void an_execution_that_was_started_unchecked_is_checked_once_it_is_recovered() throws InterruptedException {
        RecordingStore store = new RecordingStore();
        CountDownLatch begun = new CountDownLatch(1);
        TaskHandlers stuck = TaskHandlers.builder()
                .state("Before", (input, context) -> input)
                .state("Work", (input, context) -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                    return input;
                })
                .build();
        StateMachineDefinition two = Definitions.of("""
                {'StartAt':'Before','States':{'Before':{'Type':'Task','Resource':'work','Next':'Work'},
                  'Work':{'Type':'Task','Resource':'work','End':true}}}""");
        try (Engine first = Engine.create(EngineConfig.builder().store(store).build())) {
            register(first, two, stuck).start("one", Definitions.json("{'out':'x'}"));
            begun.await();
        }

        try (Engine second = Engine.create(EngineConfig.builder().store(store).build())) {
            Workflow<JsonNode, JsonNode> machine =
                    register(second, two, handlers).checked(CHECK);
            second.recover();

            assertThat(machine.execution("one").await()).isEqualTo(REFUSED_RESULT);
        }
    }
}
