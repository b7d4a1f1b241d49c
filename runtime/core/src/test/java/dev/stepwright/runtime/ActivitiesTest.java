package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What becomes of tasks that wait for a worker. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ActivitiesTest {
    private static final int MANY = 200_000;

    private final Activities activities = new Activities("us-east-1", "123456789012");
    private final String paint = activities.create("paint");

    /** Takes no notice. */
    private static final class Ignoring implements TaskCompletion {
        @Override
        public void started(@Nullable String worker) {}

        @Override
        public void submitted(JsonNode response) {}

        @Override
        public void heartbeat() {}

        @Override
        public void succeeded(JsonNode result) {}

        @Override
        public void failed(@Nullable String error, @Nullable String cause) {}
    }

    private Runnable offer(int number) {
        JsonNode input = Definitions.json(Integer.toString(number));
        TaskRequest request = new TaskRequest(
                "arn",
                "arn:aws:iam::123456789012:role/machine",
                number,
                "Paint",
                TaskResource.parse(paint),
                input,
                1,
                "token " + number,
                null,
                null);
        return activities.runner().start(request, new Ignoring());
    }

    private List<String> polled(int most) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            tokens.add(activities.poll(paint, null).toCompletableFuture().join().taskToken());
        }
        return tokens;
    }

    @Test
    void workers_are_given_what_was_not_taken_back_in_its_order() {
        offer(1);
        Runnable second = offer(2);
        offer(3);

        second.run();

        assertThat(polled(2)).containsExactly("token 1", "token 3");
    }

    @Test
    void many_are_taken_back_as_quickly_as_they_came_whichever_is_the_first() {
        List<Runnable> offered = new ArrayList<>();
        for (int i = 0; i <= MANY; i++) {
            offered.add(offer(i));
        }

        for (int i = MANY; i > 0; i--) {
            offered.get(i).run();
        }

        assertThat(polled(1)).containsExactly("token 0");
        assertThat(activities.poll(paint, null).toCompletableFuture()).isNotDone();
    }

    @Test
    void whoever_asks_for_a_task_is_told_that_its_activity_is_deleted() {
        CompletableFuture<ActivityTask> asked = activities.poll(paint, null).toCompletableFuture();

        activities.delete(paint);
        activities.create("paint");
        offer(1);

        assertThatThrownBy(asked::join).hasMessageContaining("the activity " + paint + " was deleted");
        assertThat(polled(1)).containsExactly("token 1");
    }

    @Test
    void whoever_asks_for_a_task_is_told_that_the_engine_is_closed() {
        Engine engine = Engine.inMemory();
        String own = engine.activities().create("own");
        CompletableFuture<ActivityTask> asked =
                engine.activities().poll(own, null).toCompletableFuture();

        engine.close();

        assertThatThrownBy(asked::join).hasMessageContaining("the engine has been closed");
        assertThatThrownBy(() -> engine.activities().poll(own, null)).hasMessage("the engine has been closed");
    }

    private static Engine engine(RecordingStore store) {
        Engine engine = Engine.create(
                EngineConfig.builder().store(store).engineThreads(1).build());
        engine.activities().create("paint");
        return engine;
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine, String name, StateMachineDefinition machine) {
        return engine.register(name, machine, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private ActivityTask polled(Engine engine) {
        return engine.activities().poll(paint, null).toCompletableFuture().join();
    }

    @Test
    void what_a_worker_has_had_since_before_a_restart_and_answers_is_given_to_no_other() {
        RecordingStore store = new RecordingStore();
        ActivityTask taken;
        try (Engine before = engine(store)) {
            register(before, "Painting", Definitions.task(paint)).start(Definitions.json("1"));
            taken = polled(before);
        }

        try (Engine after = engine(store)) {
            Workflow<JsonNode, JsonNode> painting = register(after, "Painting", Definitions.task(paint));
            after.recover();
            painting.start(Definitions.json("2"));
            register(after, "Passing", Definitions.of("{'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}}"))
                    .start(Definitions.json("{}"))
                    .await(); // the only thread that decides has offered both tasks before
            after.sendTaskSuccess(taken.taskToken(), taken.input());

            assertThat(polled(after).input()).isEqualTo(Definitions.json("2"));
        }
    }
}
