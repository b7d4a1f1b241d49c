package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tasks of a case file. */
record StubTasks(JsonNode tasks, TimeSource time, Map<String, AtomicInteger> calls) implements TaskRunner {
    StubTasks(JsonNode tasks, TimeSource time) {
        this(tasks, time, new ConcurrentHashMap<>());
    }

    @Override
    public boolean serves(TaskRequest request) {
        return tasks.has(request.stateName());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        JsonNode answers = tasks.path(request.stateName());
        int call = calls.computeIfAbsent(request.stateName(), name -> new AtomicInteger())
                .getAndIncrement();
        JsonNode answer = answers.get(Math.min(call, answers.size() - 1));
        if (!answer.has("after")) {
            answer(answer, request, completion);
            return () -> {};
        }
        long millis = Math.round(answer.path("after").doubleValue() * 1000);
        return time.at(time.now().plusMillis(millis), () -> answer(answer, request, completion))::cancel;
    }

    private static void answer(JsonNode answer, TaskRequest request, TaskCompletion completion) {
        if (answer.has("submit")) {
            completion.submitted(answer.path("submit"));
        }
        if (answer.has("return")) {
            JsonNode value = answer.path("return");
            completion.succeeded(value.isString() && value.stringValue().equals("<input>") ? request.input() : value);
        } else if (answer.has("throw")) {
            JsonNode error = answer.path("throw");
            completion.failed(text(error.path("error")), text(error.path("cause")));
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }
}
