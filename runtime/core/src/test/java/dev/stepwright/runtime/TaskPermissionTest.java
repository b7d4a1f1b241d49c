package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandler;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Tasks that may not begin, whoever would do them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskPermissionTest {
    private static final StateMachineDefinition SEND = Definitions.task("arn:aws:states:::sqs:sendMessage");

    private final RecordingStore store = new RecordingStore();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private List<String> history = List.of();

    private final TaskPermission none = request -> {
        asked.add("permission");
        throw new TaskFailure("No", "it may not");
    };

    /** Does everything at once, and says what it was asked for. */
    private class Doing implements TaskRunner {
        @Override
        public boolean serves(TaskRequest request) {
            return true;
        }

        @Override
        public void check(TaskRequest request) throws TaskFailure {
            asked.add("check");
            if (request.input().has("Wrong")) {
                throw TaskFailure.ofParameters(request.input(), List.of("Wrong"));
            }
        }

        @Override
        public Runnable start(TaskRequest request, TaskCompletion completion) {
            asked.add("start");
            completion.succeeded(request.input());
            return () -> {};
        }

        @Override
        public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
            asked.add("resume");
            completion.succeeded(request.input());
            return () -> {};
        }
    }

    private Engine engine(TaskPermission permission, VirtualTime time, TaskRunner runner) {
        return Engine.create(EngineConfig.builder()
                .time(time)
                .store(store)
                .permission(permission)
                .runner(runner)
                .build());
    }

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, StateMachineDefinition definition, TaskHandlers handlers) {
        return engine.register("machine", definition, JsonNode.class, JsonNode.class, handlers);
    }

    private Execution<JsonNode> ended(StateMachineDefinition definition, TaskHandlers handlers, String input) {
        try (Engine engine = engine(none, VirtualTime.automatic(Instant.EPOCH), new Doing())) {
            Execution<JsonNode> execution =
                    register(engine, definition, handlers).start(Definitions.json(input));
            execution.await();
            history = execution.history().stream().map(HistoryEvent::type).toList();
            return execution;
        }
    }

    @Test
    void what_is_refused_fails_and_nobody_is_asked_to_do_it() {
        Execution<JsonNode> ended = ended(SEND, TaskHandlers.none(), "{}");

        assertThat(ended.await()).isEqualTo(new Outcome.Failed<>("No", "it may not"));
        assertThat(asked).containsExactly("check", "permission");
        assertThat(history)
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskFailed",
                        "ExecutionFailed");
    }

    @Test
    void handlers_are_not_asked_either() {
        TaskHandler handler = (input, task) -> {
            asked.add("handler");
            return input;
        };

        Execution<JsonNode> ended =
                ended(SEND, TaskHandlers.builder().inline("Work", handler).build(), "{}");

        assertThat(ended.await()).isEqualTo(new Outcome.Failed<>("No", "it may not"));
        assertThat(asked).containsExactly("permission");
    }

    @Test
    void parameters_are_looked_at_first() {
        Execution<JsonNode> ended = ended(SEND, TaskHandlers.none(), "{'Wrong':1}");

        assertThat(ended.await())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo("States.Runtime"));
        assertThat(asked).containsExactly("check");
    }

    @Test
    void a_read_of_items_is_asked_about() {
        Execution<JsonNode> ended = ended(Definitions.of("""
                        {'StartAt':'Each','States':{'Each':{'Type':'Map','End':true,
                          'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':{'InputType':'JSON'},
                            'Parameters':{'Bucket':'b','Key':'k'}},
                          'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},
                            'StartAt':'S','States':{'S':{'Type':'Succeed'}}}}}}"""), TaskHandlers.none(), "{}");

        assertThat(ended.await())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo("States.ItemReaderFailed"));
        assertThat(asked).contains("permission").doesNotContain("start");
    }

    @Test
    void what_was_submitted_goes_on() {
        TaskRunner submitting = new Doing() {
            @Override
            public Runnable start(TaskRequest request, TaskCompletion completion) {
                completion.submitted(request.input());
                return () -> {};
            }
        };
        StateMachineDefinition job = Definitions.task("arn:aws:states:::batch:submitJob.sync");
        try (Engine first = engine(TaskPermission.ALL, VirtualTime.manual(Instant.EPOCH), submitting)) {
            Execution<JsonNode> execution =
                    register(first, job, TaskHandlers.none()).start("one", Definitions.json("{}"));
            while (execution.history().stream().noneMatch(event -> event.type().equals("TaskSubmitted"))) {
                Thread.onSpinWait();
            }
        }

        try (Engine second = engine(none, VirtualTime.automatic(Instant.EPOCH), new Doing())) {
            register(second, job, TaskHandlers.none());

            assertThat(second.recover().get(0).await().output()).isEqualTo(Definitions.json("{}"));
        }
        assertThat(asked).contains("resume").doesNotContain("permission");
    }
}
