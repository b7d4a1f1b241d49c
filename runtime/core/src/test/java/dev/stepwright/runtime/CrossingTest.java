package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Two things come to an execution before it has taken up the first: that one counts, and who has sent the second is told. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrossingTest {
    private static final String ASK =
            "{'StartAt':'T','States':{'T':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                    + "'TimeoutSeconds':60,'Next':'W'},'W':{'Type':'Wait','Seconds':60,'End':true}}}";
    private static final String CAUGHT =
            ASK.replace("'Next':'W'}", "'Next':'W','Catch':[{'ErrorEquals':['States.ALL'],'Next':'W'}]}");
    private static final String MAP_RUN =
            "{'StartAt':'M','States':{'M':{'Type':'Map','Label':'all','Next':'W','ItemProcessor':{'ProcessorConfig':"
                    + "{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},'StartAt':'R','States':{'R':{'Type':'Wait','Seconds':60,'End':true}}}},"
                    + "'W':{'Type':'Wait','Seconds':60,'End':true}}}";

    private final VirtualTime time = VirtualTime.manual(Instant.EPOCH);
    private final Engine engine =
            Engine.create(EngineConfig.builder().engineThreads(1).time(time).build());
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    private final CountDownLatch isHeldUp = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayGoOn.countDown();
        engine.close();
    }

    private Execution<JsonNode> start(String definition) {
        Execution<JsonNode> execution = engine.register(
                        "Machine",
                        Definitions.of(definition),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.builder()
                                .inline("T", (input, context) -> {
                                    tokens.add(context.taskToken().orElseThrow());
                                    return input;
                                })
                                .build())
                .start("one", Definitions.json("[1]"));
        time.pass(Duration.ZERO);
        return execution;
    }

    /** Has the only thread that decides wait, so that whatever comes now is taken up later. */
    private void holdUp() throws InterruptedException {
        engine.register(
                        "Holding",
                        Definitions.task("arn:aws:states:::sqs:sendMessage"),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.builder()
                                .inline("Work", (input, context) -> {
                                    isHeldUp.countDown();
                                    mayGoOn.await();
                                    return input;
                                })
                                .build())
                .start(Definitions.json("{}"));
        isHeldUp.await();
    }

    /** Returns how a call ends that has to wait until the engine goes on, which it does then. */
    private <R> FutureTask<R> sent(Callable<R> call) {
        FutureTask<R> answer = new FutureTask<>(call);
        Thread sender = new Thread(answer);
        sender.start();
        while (sender.isAlive() && sender.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        mayGoOn.countDown();
        return answer;
    }

    @Test
    void a_token_that_comes_after_the_time_is_up_is_refused_though_nobody_has_noticed_yet() throws Exception {
        Execution<JsonNode> execution = start(CAUGHT);
        holdUp();
        time.advance(Duration.ofSeconds(60));

        var answer = sent(() -> {
            engine.sendTaskSuccess(tokens.remove(), "late");
            return null;
        });

        assertThatThrownBy(answer::get)
                .hasCauseInstanceOf(TaskTokenException.class)
                .hasMessageContaining("Task Timed Out");
        time.pass(Duration.ofSeconds(60));
        assertThat(execution.await().output().path("Error")).isEqualTo(Definitions.json("'States.Timeout'"));
    }

    @Test
    void a_token_that_comes_before_the_time_is_up_counts_though_nobody_has_noticed_yet() throws Exception {
        Execution<JsonNode> execution = start(ASK);
        holdUp();

        var answer = sent(() -> {
            engine.sendTaskSuccess(tokens.remove(), "in time");
            return null;
        });
        time.advance(Duration.ofSeconds(60));

        answer.get();
        time.pass(Duration.ofSeconds(60));
        assertThat(execution.await().output()).isEqualTo(Definitions.json("'in time'"));
    }

    @Test
    void an_execution_of_a_map_run_that_has_ended_is_not_stopped_any_more() throws Exception {
        Execution<JsonNode> execution = start(MAP_RUN);
        String run = engine.mapRuns().of(execution.arn()).get(0).arn();
        String child = engine.mapRuns().executions(run).get(0).identity().arn();
        holdUp();
        time.advance(Duration.ofSeconds(60));

        var answer = sent(() -> engine.stop(child, "Enough", null));

        assertThat(answer.get()).isFalse();
        time.pass(Duration.ofSeconds(60));
        assertThat(execution.await().output()).isEqualTo(Definitions.json("[1]"));
    }

    @Test
    void the_terms_of_a_map_run_that_has_ended_are_not_changed_any_more() throws Exception {
        Execution<JsonNode> execution = start(MAP_RUN);
        String run = engine.mapRuns().of(execution.arn()).get(0).arn();
        holdUp();
        time.advance(Duration.ofSeconds(60));

        var answer = sent(() -> engine.mapRuns().update(run, new MapRunTerms(1L, null, null)));

        assertThat(answer.get()).isFalse();
        assertThat(engine.mapRuns().find(run).orElseThrow().maxConcurrency()).isZero();
    }
}
