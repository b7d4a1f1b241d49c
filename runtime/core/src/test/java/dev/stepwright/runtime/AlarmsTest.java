package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlarmsTest {
    private final VirtualTime time = VirtualTime.manual(Instant.EPOCH);
    private final AtomicInteger run = new AtomicInteger();
    private final AtomicInteger takenBackTooLate = new AtomicInteger();

    /** Counts alarms that have run, and those of them that somebody still takes back. */
    private final class Counting extends ForwardingTime {
        Counting() {
            super(time);
        }

        @Override
        public Alarm at(Instant due, Runnable action) {
            AtomicBoolean hasRun = new AtomicBoolean();
            Alarm alarm = super.at(due, () -> {
                hasRun.set(true);
                run.incrementAndGet();
                action.run();
            });
            return () -> {
                takenBackTooLate.addAndGet(hasRun.get() ? 1 : 0);
                alarm.cancel();
            };
        }
    }

    /** Takes nothing more once it has been taken over. */
    private static final class Losing extends RecordingStore {
        private volatile boolean isLost;

        @Override
        public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
            return isLost
                    ? CompletableFuture.failedFuture(new StaleSequenceException(executionArn, 9, 2))
                    : super.append(executionArn, batches);
        }
    }

    @Test
    void an_execution_forgets_the_timers_that_have_fired() {
        Losing store = new Losing();
        EngineConfig config =
                EngineConfig.builder().store(store).time(new Counting()).build();
        try (Engine engine = Engine.create(config)) {
            Execution<JsonNode> execution =
                    register(engine, Definitions.of("""
                            {'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':1,'Next':'B'},
                              'B':{'Type':'Wait','Seconds':1,'Next':'A'}}}""")).start(Definitions.json("{}"));
            time.pass(Duration.ofSeconds(5));

            store.isLost = true;
            time.pass(Duration.ofSeconds(1)); // it is let go, and takes back what it has set

            assertThat(execution.outcome().toCompletableFuture()).isCompletedExceptionally();
            assertThat(run).hasValue(6);
            assertThat(takenBackTooLate).hasValue(0);
        }
    }

    @Test
    void an_execution_of_a_map_run_begins_when_it_does_however_late_the_end_of_the_one_before_it_was_noticed() {
        StateMachineDefinition map = Definitions.of("""
                {'StartAt':'Each','States':{'Each':{'Type':'Map','MaxConcurrency':1,'ToleratedFailureCount':1,'End':true,'ItemProcessor':{
                  'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},'StartAt':'Rest','States':{
                  'Rest':{'Type':'Wait','SecondsPath':'$','End':true}}}}}}""");
        RecordingStore store = new RecordingStore();
        EngineConfig.Builder config = EngineConfig.builder().store(store);
        try (Engine first = Engine.create(config.time(time).build())) {
            register(first, map).start(Definitions.json("[1000,100]"));
            time.pass(Duration.ZERO);
        }

        VirtualTime later = VirtualTime.manual(Instant.EPOCH.plusSeconds(2000));
        try (Engine second = Engine.create(config.time(later).build())) {
            register(second, map);
            Execution<JsonNode> execution = second.recover().get(0);
            later.pass(Duration.ofSeconds(99));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);

            later.pass(Duration.ofSeconds(1));
            assertThat(execution.await().output())
                    .isEqualTo(Definitions.json("[{'Error':'States.Timeout','Cause':''},100]"));
        }
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine, StateMachineDefinition definition) {
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }
}
