package dev.stepwright.runtime;

import static dev.stepwright.dsl.Dsl.callback;
import static dev.stepwright.dsl.Dsl.distributedMap;
import static dev.stepwright.dsl.Dsl.fail;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.parallel;
import static dev.stepwright.dsl.Dsl.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Errors;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.TaskToken;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Java methods that hand their token on, and the tokens that somebody may send back. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallbackTest {
    record Question(String text) {}

    record Answer(boolean isGood) {}

    interface Desk {
        void ask(Question question, TaskToken<Answer> token) throws IOException;
    }

    private static final StateMachine<Question, Answer> ASKING = StateMachine.start(
                    callback("Ask", Desk::ask).timeout(Duration.ofHours(1)))
            .end();

    private final BlockingQueue<TaskToken<Answer>> tokens = new LinkedBlockingQueue<>();
    private final RecordingStore store = new RecordingStore();
    private final VirtualTime time = VirtualTime.manual(Instant.EPOCH);

    private Engine engine() {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    private <I, O> Workflow<I, O> register(Engine engine, StateMachine<I, O> machine) {
        return engine.register(
                "asking", machine, machine.handlers().bind(Desk.class, (question, token) -> tokens.add(token)));
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void the_answer_is_what_comes_back_with_the_token(QueryLanguage language) throws Exception {
        try (Engine engine = engine()) {
            var execution = register(engine, ASKING.queryLanguage(language)).start(new Question("is it good?"));

            engine.sendTaskSuccess(tokens.take(), new Answer(true));

            assertThat(execution.await()).isEqualTo(new Outcome.Succeeded<>(new Answer(true)));
            assertThat(execution.openTokens()).isEmpty();
        }
    }

    @Test
    void what_the_method_throws_is_tried_again_and_caught() throws Exception {
        var machine = StateMachine.start(callback("Ask", Desk::ask)
                        .retry(onError(IOException.class).maxAttempts(1))
                        .catching(Errors.ALL, fail("Nobody", "Nobody", "is there")))
                .end();
        Desk closed = (question, token) -> {
            tokens.add(token);
            throw new IOException("closed");
        };

        try (Engine engine = Engine.create(EngineConfig.builder()
                .time(VirtualTime.automatic(Instant.EPOCH))
                .build())) {
            var execution = engine.register(
                            "asking", machine, machine.handlers().bind(Desk.class, closed))
                    .start(new Question("is it good?"));

            assertThat(execution.await()).isEqualTo(new Outcome.Failed<>("Nobody", "is there"));
            assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_token_fails_its_task_and_does_not_hold_afterwards() throws Exception {
        try (Engine engine = engine()) {
            var execution = register(engine, ASKING).start(new Question("is it good?"));
            TaskToken<Answer> token = tokens.take();

            engine.sendTaskHeartbeat(token);
            engine.sendTaskFailure(token, "Unsure", "who knows");

            assertThat(execution.await()).isEqualTo(new Outcome.Failed<>("Unsure", "who knows"));
            assertThatThrownBy(() -> engine.sendTaskSuccess(token, new Answer(true)))
                    .isInstanceOf(TaskTokenException.class);
        }
    }

    @Test
    void the_time_for_a_heartbeat_begins_anew_with_each() throws Exception {
        var machine = StateMachine.start(callback("Ask", Desk::ask).heartbeat(Duration.ofSeconds(10)))
                .end();

        try (Engine engine = engine()) {
            var execution = register(engine, machine).start(new Question("is it good?"));
            TaskToken<Answer> token = tokens.take();
            awaitSubmission(execution);
            time.pass(Duration.ofSeconds(9));
            engine.sendTaskHeartbeat(token);
            time.pass(Duration.ofSeconds(9));
            engine.sendTaskHeartbeat(token);
            time.pass(Duration.ofSeconds(10));

            assertThat(execution.await()).isEqualTo(new Outcome.Failed<>("States.Timeout", null));
            assertThat(execution.description().stopTime()).isEqualTo(Instant.EPOCH.plusSeconds(28));
        }
    }

    @Test
    void an_execution_that_was_taken_up_tells_its_open_tokens() throws Exception {
        try (Engine first = engine()) {
            var execution = register(first, ASKING).start(new Question("is it good?"));
            tokens.take();
            awaitSubmission(execution);
        }

        try (Engine second = engine()) {
            register(second, ASKING);
            Execution<JsonNode> execution = second.recover().get(0);
            OpenToken open = execution.openTokens().get(0);
            second.sendTaskSuccess(open.token(), new Answer(true));

            assertThat(open.stateName()).isEqualTo("Ask");
            assertThat(open.deadline()).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(1)));
            assertThat(open.input())
                    .isEqualTo(
                            Definitions.json("{'input':{'text':'is it good?'},'token':'%s'}".formatted(open.token())));
            assertThat(execution.await().output()).isEqualTo(Definitions.json("{'isGood':true}"));
            assertThat(tokens).isEmpty(); // it was not asked again
        }
    }

    /** Returns the token that an engine which is closed has given out for the execution "one". */
    private String tokenGivenOutBefore() throws InterruptedException {
        try (Engine first = engine()) {
            var execution = register(first, ASKING).start("one", new Question("is it good?"));
            String token = tokens.take().text();
            awaitSubmission(execution);
            return token;
        }
    }

    @Test
    void a_token_of_an_execution_that_was_not_taken_up_has_it_taken_up() throws Exception {
        String token = tokenGivenOutBefore();
        try (Engine second = engine()) {
            assertThatThrownBy(() -> second.sendTaskHeartbeat(token))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("register its machine and call Engine.recover()");
            var machine = register(second, ASKING);

            second.sendTaskSuccess(token, new Answer(true));

            assertThat(machine.execution("one").await().output()).isEqualTo(new Answer(true));
            assertThatThrownBy(() -> second.sendTaskHeartbeat(token))
                    .isInstanceOf(TaskTokenException.class)
                    .hasMessageContaining("Timed Out");
        }
    }

    @Test
    void a_token_that_comes_back_while_its_execution_is_taken_up_waits_for_that() throws Exception {
        String token = tokenGivenOutBefore();
        CompletableFuture<Engine> engine = new CompletableFuture<>();
        FutureTask<?> answering = new FutureTask<>(() -> engine.join().sendTaskSuccess(token, new Answer(true)), null);
        Thread worker = new Thread(answering);
        RecordingStore slow = new RecordingStore(store.kept()) {
            @Override
            public Resumption resumption(String executionArn) {
                worker.start();
                while (worker.isAlive() && worker.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait(); // until it has been answered, or waits
                }
                return super.resumption(executionArn);
            }
        };
        try (Engine second =
                Engine.create(EngineConfig.builder().store(slow).time(time).build())) {
            var machine = register(second, ASKING);
            engine.complete(second);

            second.recover();

            answering.get();
            assertThat(machine.execution("one").await().output()).isEqualTo(new Answer(true));
        }
    }

    private static void awaitSubmission(Execution<?> execution) {
        while (execution.history().stream().noneMatch(event -> event.type().equals("TaskSubmitted"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_has_asked_is_not_taken_back_where_the_answer_is_there_before_it_returns() {
        AtomicInteger takenBack = new AtomicInteger();
        AtomicReference<Engine> engine = new AtomicReference<>();
        TaskRunner asking = new TaskRunner() {
            @Override
            public boolean serves(TaskRequest request) {
                return true;
            }

            @Override
            public Runnable start(TaskRequest request, TaskCompletion completion) {
                engine.get().sendTaskSuccess(request.token(), new Answer(true));
                return takenBack::incrementAndGet;
            }
        };
        engine.set(
                Engine.create(EngineConfig.builder().time(time).runner(asking).build()));

        try (Engine running = engine.get()) {
            var execution =
                    running.register("asking", ASKING, TaskHandlers.none()).start(new Question("is it good?"));

            assertThat(execution.await()).isEqualTo(new Outcome.Succeeded<>(new Answer(true)));
            assertThat(takenBack).hasValue(0);
        }
    }

    record Questions(List<Question> all) {}

    @Test
    void the_open_tokens_are_those_of_all_items_and_of_map_runs_too() throws Exception {
        var machine = StateMachine.start(parallel(
                        "Both",
                        map("Each", path(Questions::all), callback("Ask", Desk::ask)),
                        distributedMap("Run", path(Questions::all)).process(callback("Ask there", Desk::ask))))
                .end();

        try (Engine engine = engine()) {
            var execution =
                    register(engine, machine).start(new Questions(List.of(new Question("a"), new Question("b"))));
            for (int i = 0; i < 4; i++) {
                tokens.take();
            }

            assertThat(execution.openTokens())
                    .extracting(OpenToken::stateName)
                    .containsExactlyInAnyOrder("Ask", "Ask", "Ask there", "Ask there");
            execution.openTokens().forEach(open -> engine.sendTaskSuccess(open.token(), new Answer(true)));
            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
        }
    }
}
