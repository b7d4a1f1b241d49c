package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions that somebody has started, and somebody else asks for. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FoundExecutionTest {
    private static final String TASK =
            "{'StartAt':'Read','States':{'Read':{'Type':'Task','Resource':'read','OutputPath':'$.text','End':true}}}";

    record Letter(String text) {}

    private final RecordingStore store = new RecordingStore();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final TaskHandlers reader = TaskHandlers.builder()
            .state("Read", (input, context) -> {
                mayEnd.await();
                return input;
            })
            .build();

    private Engine engine() {
        return Engine.create(EngineConfig.builder().store(store).build());
    }

    private Workflow<Letter, String> register(Engine engine, String name) {
        return engine.register(name, Definitions.of(TASK), Letter.class, String.class, reader);
    }

    private static String arn(String machine, String name) {
        return "arn:aws:states:us-east-1:123456789012:execution:" + machine + ":" + name;
    }

    @Test
    void one_that_runs_is_found_by_its_name_and_by_its_arn() {
        try (Engine engine = engine()) {
            register(engine, "Post").start("one", new Letter("hello"));

            Execution<String> byName = register(engine, "Post").execution("one");
            Execution<String> byArn = register(engine, "Post").execution(arn("Post", "one"));
            assertThat(byName.status()).isEqualTo(ExecutionStatus.RUNNING);
            mayEnd.countDown();

            assertThat(byName.await().output()).isEqualTo("hello");
            assertThat(byArn.await().output()).isEqualTo("hello");
        }
    }

    @Test
    void one_that_has_ended_tells_its_outcome_and_its_history() {
        try (Engine engine = engine()) {
            register(engine, "Post").start("one", new Letter("hello")).stop("Enough", "too long");
            register(engine, "Post").execution("one").await();

            Execution<String> ended = register(engine, "Post").execution("one");
            ended.stop("Again", "without effect");

            assertThat(ended.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(ended.await()).isEqualTo(new Outcome.Aborted<>("Enough", "too long"));
            assertThat(ended.outcome().toCompletableFuture()).isCompleted();
            assertThat(ended.history())
                    .extracting(HistoryEvent::type)
                    .startsWith("ExecutionStarted")
                    .endsWith("ExecutionAborted");
            assertThat(ended.name()).isEqualTo("one");
            assertThat(ended.arn()).isEqualTo(arn("Post", "one"));
        }
    }

    @Test
    void one_of_an_engine_before_this_is_found_once_it_is_recovered() {
        try (Engine first = engine()) {
            register(first, "Post").start("one", new Letter("hello"));
        }

        try (Engine second = engine()) {
            Workflow<Letter, String> post = register(second, "Post");
            assertThatThrownBy(() -> post.execution("one"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the execution " + arn("Post", "one")
                            + " was running when an earlier engine stopped; register its machine and call Engine.recover()."
                            + " If that does not take it up, the log says why");
            second.recover();
            Execution<String> taken = post.execution("one");
            mayEnd.countDown();

            assertThat(taken.await().output()).isEqualTo("hello");
        }
    }

    @Test
    void a_name_that_nobody_has_is_told() {
        try (Engine engine = engine()) {
            Workflow<Letter, String> post = register(engine, "Post");

            assertThatThrownBy(() -> post.execution("two"))
                    .isInstanceOf(ExecutionDoesNotExistException.class)
                    .hasMessage("Execution Does Not Exist: '" + arn("Post", "two") + "'");
        }
    }

    @Test
    void an_execution_of_another_machine_is_refused() {
        try (Engine engine = engine()) {
            register(engine, "Post").start("one", new Letter("hello"));
            Workflow<Letter, String> other = register(engine, "Parcel");

            assertThatThrownBy(() -> other.execution(arn("Post", "one")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the execution " + arn("Post", "one")
                            + " belongs to the machine \"Post\", not to \"Parcel\"");
        }
    }

    @Test
    void one_of_an_express_machine_is_found_by_its_arn_while_it_runs() {
        try (Engine engine = engine()) {
            Workflow<Letter, String> post =
                    engine.registerExpress("Post", Definitions.of(TASK), Letter.class, String.class, reader);
            Execution<String> started = post.start("one", new Letter("hello"));

            Execution<String> found = post.execution(started.arn());
            mayEnd.countDown();

            assertThat(found.await().output()).isEqualTo("hello");
            assertThatThrownBy(() -> post.execution(started.arn())).isInstanceOf(ExecutionDoesNotExistException.class);
        }
    }
}
