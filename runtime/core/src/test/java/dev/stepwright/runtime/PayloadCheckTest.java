package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What executions take and give is checked, if somebody asks for it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PayloadCheckTest {
    private static final String PASS = """
            {'StartAt':'Done','States':{'Done':{'Type':'Pass','OutputPath':'$.out','End':true}}}""";
    private static final String WAIT = """
            {'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':60,'OutputPath':'$.out','End':true}}}""";
    private static final String PARENT = """
            {'StartAt':'Call','States':{'Call':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',
              'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Machine','Input':'text'},
              'End':true}}}""";

    /** Inputs are objects and outputs numbers. */
    private static final PayloadCheck CHECK = new PayloadCheck() {
        @Override
        public Optional<String> inputProblem(JsonNode input) {
            return input.isObject() ? Optional.empty() : Optional.of("it is " + input + ", but must be an object");
        }

        @Override
        public Optional<String> outputProblem(JsonNode output) {
            return output.isNumber() ? Optional.empty() : Optional.of("it is " + output + ", but must be a number");
        }
    };

    private static final Outcome<JsonNode> REFUSED =
            new Outcome.Failed<>("Stepwright.InvalidOutput", "it is \"x\", but must be a number");

    private static Workflow<JsonNode, JsonNode> register(Engine engine, String definition) {
        return engine.register(
                "Machine", Definitions.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static Engine engine(RecordingStore store, VirtualTime time) {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    @Test
    void an_execution_with_a_right_input_and_a_right_output_succeeds() {
        try (Engine engine = Engine.inMemory()) {
            Outcome<JsonNode> outcome = register(engine, PASS).checked(CHECK).run(Definitions.json("{'out':7}"));

            assertThat(outcome.output()).isEqualTo(Definitions.json("7"));
        }
    }

    @Test
    void an_input_that_is_refused_starts_nothing() {
        try (Engine engine = Engine.inMemory()) {
            Workflow<JsonNode, JsonNode> machine = register(engine, PASS).checked(CHECK);

            assertThatThrownBy(() -> machine.start("one", Definitions.json("[1]")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(
                            "an execution of Machine cannot start with this input: it is [1], but must be an object");
            assertThat(machine.start("one", Definitions.json("{'out':1}")).await())
                    .isInstanceOf(Outcome.Succeeded.class);
        }
    }

    @Test
    void an_output_that_is_refused_fails_the_execution_and_its_history_says_so() {
        try (Engine engine = Engine.inMemory()) {
            Execution<JsonNode> execution =
                    register(engine, PASS).checked(CHECK).start("one", Definitions.json("{'out':'x'}"));

            assertThat(execution.await()).isEqualTo(REFUSED);
            register(engine, PASS); // nothing is checked any more, and what has been stays
            assertThat(execution.history())
                    .extracting(HistoryEvent::type)
                    .containsExactly("ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionFailed");
        }
    }

    @Test
    void an_execution_that_is_recovered_is_checked_by_the_machine_that_ends_it() {
        RecordingStore store = new RecordingStore();
        try (Engine first = engine(store, VirtualTime.manual(Instant.EPOCH))) {
            register(first, WAIT).start("one", Definitions.json("{'out':'x'}"));
        }
        VirtualTime later = VirtualTime.manual(Instant.EPOCH);
        try (Engine second = engine(store, later)) {
            register(second, WAIT).checked(CHECK);
            Execution<JsonNode> execution = second.recover().get(0);
            later.advance(Duration.ofMinutes(1));

            assertThat(execution.await()).isEqualTo(REFUSED);
        }
        try (Engine third = engine(store, later)) {
            register(third, WAIT);

            assertThat(third.recover()).isEmpty();
            assertThat(third.describe(execution("one")).orElseThrow().error()).isEqualTo("Stepwright.InvalidOutput");
        }
    }

    @Test
    void an_execution_with_an_earlier_definition_is_checked_too() {
        RecordingStore store = new RecordingStore();
        try (Engine first = engine(store, VirtualTime.manual(Instant.EPOCH))) {
            register(first, WAIT).start("one", Definitions.json("{'out':'x'}"));
        }
        VirtualTime later = VirtualTime.manual(Instant.EPOCH);
        try (Engine second = engine(store, later)) {
            register(second, PASS).checked(CHECK);
            Execution<JsonNode> execution = second.recover().get(0);
            later.advance(Duration.ofMinutes(1));

            assertThat(execution.await()).isEqualTo(REFUSED);
        }
    }

    @Test
    void a_task_that_starts_a_machine_with_a_wrong_input_fails() {
        try (Engine engine = Engine.inMemory()) {
            register(engine, PASS).checked(CHECK);
            Workflow<JsonNode, JsonNode> parent = engine.register(
                    "Parent", Definitions.of(PARENT), JsonNode.class, JsonNode.class, TaskHandlers.none());

            Outcome<JsonNode> outcome = parent.run(Definitions.json("{}"));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error()).isEqualTo("StepFunctions.InvalidExecutionInputException");
                assertThat(failed.cause()).asString().contains("it is \"text\", but must be an object");
            });
        }
    }

    private static String execution(String name) {
        return "arn:aws:states:us-east-1:123456789012:execution:Machine:" + name;
    }
}
