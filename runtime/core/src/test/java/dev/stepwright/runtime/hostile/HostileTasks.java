package dev.stepwright.runtime.hostile;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandler;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;

/**
 * The tasks of a case, by the names of their states: {@code {"return": value}}, {@code {"throw": "java class"}}, {@code
 * {"fail": {"error", "cause"}}}, {@code {"null": true}} for Java's null, {@code {"blocks": true}} for a handler that never returns, {@code {"silent": true}} for a task
 * that is never answered; {@code "inline": true} for a handler on the engine's own thread.
 */
final class HostileTasks implements TaskRunner {
    private final JsonNode tasks;
    private final CountDownLatch begun = new CountDownLatch(1);

    HostileTasks(JsonNode tasks) {
        this.tasks = tasks;
    }

    TaskHandlers handlers() {
        TaskHandlers.Builder handlers = TaskHandlers.builder();
        for (Map.Entry<String, JsonNode> task : tasks.properties()) {
            JsonNode deed = task.getValue();
            if (deed.has("silent")) {
                continue;
            }
            if (deed.path("inline").asBoolean(false)) {
                handlers.inline(task.getKey(), handler(deed));
            } else {
                handlers.state(task.getKey(), handler(deed));
            }
        }
        return handlers.build();
    }

    private TaskHandler handler(JsonNode deed) {
        return (input, context) -> {
            begun.countDown();
            if (deed.has("throw")) {
                throwNew(deed.path("throw").stringValue());
            }
            if (deed.has("fail")) {
                throw new TaskFailure(text(deed, "error"), text(deed, "cause"));
            }
            if (deed.has("blocks")) {
                new CountDownLatch(1).await();
            }
            return deed.has("null") ? javaNull() : Recipe.made(deed.path("return"));
        };
    }

    private static String text(JsonNode deed, String member) {
        return Recipe.made(deed.path("fail").path(member)).stringValue();
    }

    @SuppressWarnings("NullAway") // what a handler must not do
    private static JsonNode javaNull() {
        return null;
    }

    private static void throwNew(String className) throws Exception {
        Object thrown = Class.forName(className).getConstructor().newInstance();
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return tasks.path(request.stateName()).has("silent");
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        begun.countDown();
        return () -> {};
    }

    void awaitFirst() throws InterruptedException {
        begun.await();
    }
}
