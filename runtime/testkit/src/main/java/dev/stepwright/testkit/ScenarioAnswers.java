package dev.stepwright.testkit;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What tasks answer: the same whenever the same task is handed over, and at the time when it would have answered at first. */
final class ScenarioAnswers {
    private final JsonNode tasks;
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Instant> due = new HashMap<>();

    ScenarioAnswers(JsonNode tasks) {
        this.tasks = tasks;
    }

    TaskRunner runner(TimeSource time) {
        return new TaskRunner() {
            @Override
            public boolean serves(TaskRequest request) {
                return tasks.has(request.stateName());
            }

            @Override
            public Runnable start(TaskRequest request, TaskCompletion completion) {
                JsonNode answer = answer(request);
                Instant when = when(request, answer, time.now());
                if (!when.isAfter(time.now())) {
                    give(answer, request, completion);
                    return () -> {};
                }
                return time.at(when, () -> give(answer, request, completion))::cancel;
            }

            @Override
            public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
                JsonNode answer = answer(request);
                return time.at(when(request, answer, time.now()), () -> end(answer, request, completion))::cancel;
            }
        };
    }

    private synchronized JsonNode answer(TaskRequest request) {
        JsonNode answers = tasks.path(request.stateName());
        int number = numbers.computeIfAbsent(
                request.attemptId(), id -> calls.merge(request.stateName(), 1, Integer::sum) - 1);
        return answers.get(Math.min(number, answers.size() - 1));
    }

    private synchronized Instant when(TaskRequest request, JsonNode answer, Instant now) {
        return due.computeIfAbsent(
                request.attemptId(),
                id -> now.plusMillis(Math.round(answer.path("after").asDouble(0) * 1000)));
    }

    private static void give(JsonNode answer, TaskRequest request, TaskCompletion completion) {
        if (answer.has("submit")) {
            completion.submitted(answer.path("submit"));
        }
        end(answer, request, completion);
    }

    private static void end(JsonNode answer, TaskRequest request, TaskCompletion completion) {
        if (answer.has("return")) {
            JsonNode value = answer.path("return");
            completion.succeeded(value.isString() && value.stringValue().equals("<input>") ? request.input() : value);
        } else if (answer.has("throw")) {
            JsonNode error = answer.path("throw");
            completion.failed(
                    error.path("error").asString("Error"), error.path("cause").asString(""));
        }
    }
}
