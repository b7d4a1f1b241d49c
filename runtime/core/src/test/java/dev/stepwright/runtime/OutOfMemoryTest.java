package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Memory ends by what all executions do together: none of them fails by it, and only one that never finds any is stopped. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutOfMemoryTest {
    private static final StateMachineDefinition WAIT_THEN_WORK = Definitions.of("""
            {'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':60,'Next':'Work'},
              'Work':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true}}}""");
    private static final JsonNode INPUT = Definitions.json("{'v':1}");

    private final VirtualTime time = VirtualTime.manual(Instant.EPOCH);
    private final RecordingStore store = new RecordingStore();
    private final AtomicBoolean isMemoryLeft = new AtomicBoolean(true);
    private final PayloadCheck check = new PayloadCheck() {
        @Override
        public Optional<String> inputProblem(JsonNode input) {
            return Optional.empty();
        }

        @Override
        public Optional<String> outputProblem(JsonNode output) {
            if (!isMemoryLeft.get()) {
                throw new OutOfMemoryError("Java heap space");
            }
            return Optional.empty();
        }
    };

    private Engine engine(ExecutionStore store) {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    private Workflow<JsonNode, JsonNode> register(Engine engine) {
        TaskHandlers handlers =
                TaskHandlers.builder().inline("Work", (input, context) -> input).build();
        return engine.register("Machine", WAIT_THEN_WORK, JsonNode.class, JsonNode.class, handlers)
                .checked(check);
    }

    @Test
    void an_execution_that_finds_no_memory_is_let_go_and_taken_up_later() {
        try (Engine first = engine(store)) {
            Execution<JsonNode> execution = register(first).start("one", INPUT);
            isMemoryLeft.set(false);
            time.pass(Duration.ofSeconds(60));

            assertThatThrownBy(execution::await).hasStackTraceContaining("Java heap space");
            assertThat(store.running()).containsExactly(execution.arn());

            isMemoryLeft.set(true);
            register(first);
            Execution<JsonNode> again = first.recover().get(0);
            time.pass(Duration.ZERO);
            assertThat(again.await().output()).isEqualTo(INPUT);
        }
    }

    @Test
    void an_execution_that_was_let_go_is_taken_up_again_by_the_same_engine() {
        try (Engine engine = engine(store)) {
            String arn = register(engine).start("one", INPUT).arn();
            register(engine);
            isMemoryLeft.set(false);
            time.pass(Duration.ofSeconds(60));
            time.pass(Duration.ofSeconds(10));
            assertThat(store.running()).containsExactly(arn);

            isMemoryLeft.set(true);
            time.pass(Duration.ofSeconds(10));

            assertThat(engine.describe(arn).orElseThrow().output()).isEqualTo(INPUT);
        }
    }

    @Test
    void an_execution_for_which_there_is_never_enough_is_stopped_and_can_be_redriven() {
        try (Engine engine = engine(store)) {
            String arn = register(engine).start("one", INPUT).arn();
            register(engine);
            isMemoryLeft.set(false);
            time.pass(Duration.ofMinutes(5));

            ExecutionDescription stopped = engine.describe(arn).orElseThrow();
            assertThat(stopped.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(stopped.error()).isEqualTo("States.Runtime");
            assertThat(stopped.cause())
                    .isEqualTo("The engine ran out of memory 6 times while it decided on the execution.");

            isMemoryLeft.set(true);
            engine.redrive(arn, null);
            time.pass(Duration.ZERO);
            assertThat(engine.describe(arn).orElseThrow().output()).isEqualTo(INPUT);
        }
    }

    /** There is no memory to write a record, nor to set the timer after which that is tried again. */
    @Test
    void an_execution_that_finds_no_memory_to_wait_is_let_go_and_taken_up_again() {
        AtomicInteger refusals = new AtomicInteger();
        RecordingStore small = new RecordingStore(store.kept()) {
            @Override
            public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
                if (refusals.getAndDecrement() > 0) {
                    isMemoryLeft.set(false);
                    throw new OutOfMemoryError("Java heap space");
                }
                return super.append(executionArn, batches);
            }
        };
        EngineConfig config =
                EngineConfig.builder().store(small).time(new FailingTime()).build();
        try (Engine engine = Engine.create(config)) {
            String arn = register(engine).start("one", INPUT).arn();
            refusals.set(1);
            time.pass(Duration.ofSeconds(60));
            time.pass(Duration.ofSeconds(10));

            assertThat(engine.describe(arn).orElseThrow().output()).isEqualTo(INPUT);
            assertThat(engine.load().unstoredExecutions()).isZero();
        }
    }

    /** Sets no timer once after memory has ended. */
    private final class FailingTime extends ForwardingTime {
        FailingTime() {
            super(time);
        }

        @Override
        public Alarm at(Instant due, Runnable action) {
            if (!isMemoryLeft.getAndSet(true)) {
                throw new OutOfMemoryError("Java heap space");
            }
            return super.at(due, action);
        }
    }

    private void begin(int executions) {
        try (Engine before = Engine.create(EngineConfig.builder()
                .store(store)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build())) {
            Workflow<JsonNode, JsonNode> machine = register(before);
            for (int i = 0; i < executions; i++) {
                machine.start("execution-" + i, INPUT);
            }
        }
    }

    @Test
    void executions_for_which_there_is_no_memory_together_are_taken_up_one_by_one() {
        RecordingStore small = new RecordingStore(store.kept()) {
            @Override
            public Map<String, Resumption> resumptions(List<String> executionArns) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        begin(2);

        try (Engine second = engine(small)) {
            register(second);
            List<Execution<JsonNode>> recovered = second.recover();
            time.pass(Duration.ofSeconds(60));

            assertThat(recovered)
                    .extracting(execution -> execution.await().output())
                    .containsExactly(INPUT, INPUT);
        }
    }

    @Test
    void a_recovery_for_which_there_is_no_memory_can_be_asked_for_again() {
        begin(100);
        String last = store.running().get(99);
        RecordingStore large = new RecordingStore(store.kept()) {
            @Override
            public Optional<StoredExecution> find(String executionArn) {
                if (executionArn.equals(last) && !isMemoryLeft.get()) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return super.find(executionArn);
            }
        };
        try (Engine second = engine(large)) {
            register(second);
            isMemoryLeft.set(false);
            assertThatThrownBy(second::recover).isInstanceOf(OutOfMemoryError.class);

            isMemoryLeft.set(true);
            assertThat(second.recover()).hasSize(100);
        }
    }
}
