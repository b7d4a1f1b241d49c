package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Whether the runner of a task has refused its parameters is decided once, whatever it would say afterwards. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusedTasksTest {
    private static final StateMachineDefinition SEND = Definitions.task("arn:aws:states:::sqs:sendMessage");
    private static final StateMachineDefinition SEND_BESIDE = Definitions.of("""
            {'StartAt':'P','States':{'P':{'Type':'Parallel','End':true,'Branches':[
              {'StartAt':'A','States':{'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true}}},
              {'StartAt':'B','States':{'B':{'Type':'Task','Resource':'arn:aws:states:::sns:publish','End':true}}}]}}}""");
    private static final StateMachineDefinition EACH = Definitions.of("""
            {'StartAt':'Each','States':{'Each':{'Type':'Map','ToleratedFailurePercentage':100,'End':true,'ItemProcessor':{
              'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},'StartAt':'A','States':{
              'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true}}}}}}""");
    private static final StateMachineDefinition EACH_TO_ITS_OWN = Definitions.of("""
            {'StartAt':'Each','States':{'Each':{'Type':'Map','ToleratedFailurePercentage':100,'End':true,'ItemProcessor':{
              'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},'StartAt':'Which','States':{
              'Which':{'Type':'Choice','Choices':[{'Variable':'$','NumericEquals':1,'Next':'A'}],'Default':'B'},
              'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true},
              'B':{'Type':'Task','Resource':'arn:aws:states:::sns:publish','End':true}}}}}}""");
    private static final StateMachineDefinition OTHER =
            Definitions.of("{'StartAt':'S','States':{'S':{'Type':'Succeed'}}}");

    private final RecordingStore store = new RecordingStore();

    /** Answers after a second with the parameters. */
    private record Sender(VirtualTime time, Check check) implements TaskRunner {
        @Override
        public boolean serves(TaskRequest request) {
            return true;
        }

        @Override
        public void check(TaskRequest request) throws TaskFailure {
            check.check(request);
        }

        @Override
        public Runnable start(TaskRequest request, TaskCompletion completion) {
            return time.at(time.now().plusSeconds(1), () -> completion.succeeded(request.input()))::cancel;
        }
    }

    private static void taking(TaskRequest request) {
        // whatever they are
    }

    private static void refusingQueues(TaskRequest request) throws TaskFailure {
        if (request.resource().service().equals("sqs")) {
            throw TaskFailure.ofParameters(request.input(), List.of("no queue"));
        }
    }

    private EngineConfig.Builder config(VirtualTime time, TaskRunner.Check check) {
        return EngineConfig.builder().time(time).runner(new Sender(time, check));
    }

    private Engine engine(VirtualTime time, TaskRunner.Check check) {
        return Engine.create(config(time, check).store(store).build());
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine, StateMachineDefinition definition) {
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static List<String> types(List<HistoryEvent> events) {
        return events.stream().map(HistoryEvent::type).toList();
    }

    @Test
    void what_was_scheduled_goes_on_with_a_runner_that_would_refuse_it() {
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH), RefusedTasksTest::taking)) {
            Execution<JsonNode> execution = register(first, SEND).start("one", Definitions.json("{'v':1}"));
            while (!types(execution.history()).contains("TaskStarted")) {
                Thread.onSpinWait();
            }
        }

        try (Engine second = engine(VirtualTime.automatic(Instant.EPOCH), RefusedTasksTest::refusingQueues)) {
            register(second, SEND);

            assertThat(second.recover().get(0).await().output()).isEqualTo(Definitions.json("{'v':1}"));
        }
    }

    private void startEachAndStop(TaskRunner.Check check) {
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH), check)) {
            Execution<JsonNode> execution = register(first, EACH_TO_ITS_OWN).start("one", Definitions.json("[1,2]"));
            while (first.mapRuns().of(execution.arn()).stream()
                    .noneMatch(run -> run.executions().pending() == 0)) {
                Thread.onSpinWait();
            }
        }
    }

    private JsonNode recovered(TaskRunner.Check check) {
        try (Engine second = engine(VirtualTime.automatic(Instant.EPOCH), check)) {
            register(second, EACH_TO_ITS_OWN);
            return second.recover().get(0).await().output();
        }
    }

    @Test
    void what_was_refused_in_a_map_run_stays_so_with_a_runner_that_takes_it() {
        startEachAndStop(RefusedTasksTest::refusingQueues);

        JsonNode output = recovered(RefusedTasksTest::taking);

        assertThat(output.get(0).path("Error").stringValue()).isEqualTo("States.Runtime");
        assertThat(output.get(1)).isEqualTo(Definitions.json("2"));
    }

    @Test
    void what_was_scheduled_in_a_map_run_goes_on_with_a_runner_that_would_refuse_it() {
        startEachAndStop(RefusedTasksTest::taking);

        assertThat(recovered(RefusedTasksTest::refusingQueues)).isEqualTo(Definitions.json("[1,2]"));
    }

    @Test
    void what_was_refused_can_be_redriven_with_a_runner_that_takes_it() {
        try (Engine first = engine(VirtualTime.automatic(Instant.EPOCH), RefusedTasksTest::refusingQueues)) {
            assertThat(register(first, SEND_BESIDE)
                            .start("one", Definitions.json("{}"))
                            .await())
                    .isInstanceOf(Outcome.Failed.class);
        }

        try (Engine second = engine(VirtualTime.automatic(Instant.EPOCH), RefusedTasksTest::taking)) {
            Workflow<JsonNode, JsonNode> machine = register(second, SEND_BESIDE);
            String arn = machine.execution("one").arn();
            second.redrive(arn, null);

            assertThat(machine.execution("one").await().output()).isEqualTo(Definitions.json("[{},{}]"));
        }
    }

    private Engine refusing() {
        VirtualTime time = VirtualTime.automatic(Instant.EPOCH);
        return Engine.create(config(time, RefusedTasksTest::refusingQueues).build());
    }

    @Test
    void a_history_tells_of_a_refusal_when_the_machine_has_another_definition() {
        try (Engine engine = refusing()) {
            Execution<JsonNode> execution = register(engine, SEND).start("one", Definitions.json("{}"));
            execution.await();
            register(engine, OTHER);

            assertThat(types(execution.history()))
                    .containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
        }
    }

    @Test
    void histories_of_a_map_run_tell_of_refusals_when_the_machine_has_another_definition() {
        try (Engine engine = refusing()) {
            Execution<JsonNode> execution = register(engine, EACH).start("one", Definitions.json("[1]"));
            execution.await();
            register(engine, OTHER);

            String run = engine.mapRuns().of(execution.arn()).get(0).arn();
            String child = engine.mapRuns().executions(run).get(0).identity().arn();
            assertThat(engine.history(child, 0, 100)).hasSize(3);
        }
    }

    @Test
    void a_check_that_breaks_leaves_the_task_to_its_runner() {
        VirtualTime time = VirtualTime.automatic(Instant.EPOCH);
        TaskRunner.Check broken = request -> {
            throw new IllegalStateException("broken");
        };
        try (Engine engine = engine(time, broken)) {
            assertThat(register(engine, SEND).run(Definitions.json("{'v':1}")).output())
                    .isEqualTo(Definitions.json("{'v':1}"));
        }
    }
}
