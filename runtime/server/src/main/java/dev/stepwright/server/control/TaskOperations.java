package dev.stepwright.server.control;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ActivityTask;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.TaskTokenException;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Cancellation;
import dev.stepwright.server.api.GetActivityTask;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.SendTaskFailure;
import dev.stepwright.server.api.SendTaskHeartbeat;
import dev.stepwright.server.api.SendTaskSuccess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The operations with which workers fetch tasks and complete them. */
final class TaskOperations {
    private static final int MOST_WORKERS = 1_000;

    private final Engine engine;
    private final Activities activities;
    private final Duration pollTime;

    /** How many workers wait for a task of an activity, by its ARN. */
    private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();

    /** @param pollTime how long a worker that asks waits for a task */
    TaskOperations(Engine engine, Activities activities, Duration pollTime) {
        this.engine = engine;
        this.activities = activities;
        this.pollTime = pollTime;
    }

    /** Returns a task at once or when there is one; an answer without a task after the poll time. */
    CompletableFuture<GetActivityTask.Answer> fetch(GetActivityTask request) {
        String arn = activities
                .get(Arn.parse(request.activityArn(), "activity").text())
                .arn();
        checkWorkers(arn);
        CompletableFuture<ActivityTask> task =
                engine.activities().poll(arn, request.workerName()).toCompletableFuture();
        waiting.merge(arn, 1, Integer::sum);
        CompletableFuture<ActivityTask> unused = task.whenComplete((fetched, failure) ->
                waiting.computeIfPresent(arn, (key, workers) -> workers == 1 ? null : workers - 1));
        // The engine and the timeout race for this one future, so that a task is never handed to nobody.
        task.orTimeout(pollTime.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<GetActivityTask.Answer> answer = task.handle((fetched, failure) -> fetched == null
                ? new GetActivityTask.Answer(null, null)
                : new GetActivityTask.Answer(fetched.taskToken(), JsonText.compact(fetched.input())));
        Cancellation.of(answer, () -> task.cancel(false));
        return answer;
    }

    /** @throws ApiError {@code ActivityWorkerLimitExceeded} */
    private void checkWorkers(String arn) {
        if (waiting.getOrDefault(arn, 0) >= MOST_WORKERS) {
            throw ApiError.of(
                    "ActivityWorkerLimitExceeded",
                    "Activity Worker Limit Exceeded: '" + arn + "' has " + MOST_WORKERS
                            + " workers that wait for a task");
        }
    }

    Nothing succeed(SendTaskSuccess request) {
        JsonNode output = JsonInput.output(request.output());
        return tell(() -> engine.sendTaskSuccess(request.taskToken(), output));
    }

    Nothing fail(SendTaskFailure request) {
        return tell(() -> engine.sendTaskFailure(request.taskToken(), request.error(), request.cause()));
    }

    Nothing heartbeat(SendTaskHeartbeat request) {
        return tell(() -> engine.sendTaskHeartbeat(request.taskToken()));
    }

    private static Nothing tell(Runnable call) {
        try {
            call.run();
        } catch (TaskTokenException e) {
            String code = switch (e.reason()) {
                case INVALID_TOKEN -> "InvalidToken";
                case TASK_DOES_NOT_EXIST -> "TaskDoesNotExist";
                case TASK_TIMED_OUT -> "TaskTimedOut";
            };
            throw ApiError.of(code, String.valueOf(e.getMessage()));
        }
        return Nothing.ANSWER;
    }
}
