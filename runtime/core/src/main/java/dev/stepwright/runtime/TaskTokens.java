package dev.stepwright.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Completes tasks by their tokens. A token tells the execution and the number of the task, and a secret that nobody can guess. */
final class TaskTokens {
    /** How long the secret is, a UUID. */
    private static final int SECRET = 36;

    private final Host host;

    TaskTokens(Host host) {
        this.host = host;
    }

    /** Completes once the success is stored; exceptionally with {@link TaskTokenException} if no task waits with this token. */
    CompletableFuture<Void> succeed(String token, JsonNode output) {
        return stored(task(Place.of(token), token).succeedAndStore(output));
    }

    /** Like {@link #succeed}. */
    CompletableFuture<Void> fail(String token, @Nullable String error, @Nullable String cause) {
        return stored(task(Place.of(token), token).failAndStore(error, cause));
    }

    void heartbeat(String token) {
        task(Place.of(token), token).heartbeat();
    }

    private static CompletableFuture<Void> stored(CompletableFuture<Boolean> end) {
        return end.thenAccept(isTaken -> {
            if (!isTaken) {
                throw timedOut();
            }
        });
    }

    private RunningTask task(Place place, String token) {
        String arn = place.executionArn;
        ExecutionCell cell = new Recovery(host).running(arn).orElseThrow(() -> notRunning(arn));
        RunningTask task = cell.task(place.taskId, token);
        if (task == null) {
            throw cell.created().isDone() ? timedOut() : Recovery.notTakenUp(arn);
        }
        return task;
    }

    private TaskTokenException notRunning(String arn) {
        return host.store.find(arn).isPresent()
                ? timedOut()
                : new TaskTokenException(TaskTokenException.Reason.TASK_DOES_NOT_EXIST, "Task does not exist");
    }

    private static TaskTokenException timedOut() {
        return new TaskTokenException(
                TaskTokenException.Reason.TASK_TIMED_OUT, "Task Timed Out: 'Provided task does not exist anymore'");
    }

    private record Place(String executionArn, long taskId) {
        static Place of(String token) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
                String[] parts = text.split("\n", -1);
                if (parts.length == 3 && parts[2].length() == SECRET) {
                    return new Place(parts[0], Long.parseLong(parts[1]));
                }
            } catch (IllegalArgumentException e) {
                // not Base64, or no number where the number of the task stands: no token of ours, told below
            }
            throw new TaskTokenException(TaskTokenException.Reason.INVALID_TOKEN, "Invalid Token: 'Invalid token'");
        }
    }
}
