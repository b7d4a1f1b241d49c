package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A task that has been handed over and has not ended: turns what is reported into stimuli. The first end counts. */
final class RunningTask implements TaskCompletion {
    private static final AtomicIntegerFieldUpdater<RunningTask> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(RunningTask.class, "ended");

    private final ExecutionCell cell;
    private final TaskRequest request;
    private final boolean isComputed;
    private final @Nullable TaskCheck check;
    private volatile int ended;
    private volatile boolean isCancelled;
    private volatile @Nullable Runnable cancel;

    /** The thread that hands the task over, while it does. */
    private @Nullable Thread starter;

    /**
     * Returns a task that is about to be handed over.
     *
     * @param isComputed whether it is done on the engine's own thread
     * @param check null if nothing is checked
     */
    RunningTask(ExecutionCell cell, TaskRequest request, boolean isComputed, @Nullable PayloadCheck check) {
        this.cell = cell;
        this.request = request;
        this.isComputed = isComputed;
        this.check = TaskCheck.of(check, request);
    }

    /** Returns why the task must not be done; null if it may. */
    @Nullable
    String refusal() {
        return check == null ? null : check.refusal().orElse(null);
    }

    boolean hasEnded() {
        return ended != 0;
    }

    boolean hasToken(String text) {
        return text.equals(request.token());
    }

    TaskRequest request() {
        return request;
    }

    /** Says whether the calling thread, which advances the execution, is about to hand the task over. */
    void isStarting(boolean value) {
        starter = value ? Thread.currentThread() : null;
    }

    void onCancel(Runnable action) {
        cancel = action;
        if (isCancelled) {
            action.run(); // it was cancelled while it was being started
        }
    }

    /** Nothing that is reported counts any more, but the work is not taken back: somebody will wait for it again. */
    void forget() {
        ended = 1;
    }

    void cancel() {
        ended = 1;
        isCancelled = true;
        Runnable action = cancel;
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void started(@Nullable String worker) {
        tell(now -> new Stimulus.TaskStarted(now, request.taskId(), worker));
    }

    @Override
    public void submitted(JsonNode response) {
        tell(now -> new Stimulus.TaskSubmitted(now, request.taskId(), response));
    }

    @Override
    public void heartbeat() {
        tell(now -> new Stimulus.TaskHeartbeat(now, request.taskId()));
    }

    private void tell(Mailbox.Message message) {
        if (!hasEnded()) {
            put(message);
        }
    }

    private void put(Mailbox.Message message) {
        if (starter == Thread.currentThread()) {
            cell.tellMyself(message, isComputed);
        } else {
            cell.tell(message);
        }
    }

    @Override
    public void succeeded(JsonNode result) {
        end(success(result));
    }

    private Mailbox.Message success(JsonNode result) {
        return check == null ? now -> new Stimulus.TaskSucceeded(now, request.taskId(), result) : check.ended(result);
    }

    @Override
    public void failed(@Nullable String error, @Nullable String cause) {
        boolean endsWithAnswer = request.resource().pattern() == TaskResource.Completion.RESPONSE;
        end(now -> endsWithAnswer
                ? new Stimulus.TaskFailed(now, request.taskId(), error, cause)
                : new Stimulus.RunnerFailed(now, request.taskId(), error, cause));
    }

    private void end(Mailbox.Message message) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            cell.ended(request.taskId());
            put(message);
        }
    }

    /** Ends the task; completes with true once that is stored, with false if it has ended before. */
    CompletableFuture<Boolean> succeedAndStore(JsonNode result) {
        return endAndStore(success(result));
    }

    /** Like {@link #succeedAndStore}. */
    CompletableFuture<Boolean> failAndStore(@Nullable String error, @Nullable String cause) {
        return endAndStore(now -> new Stimulus.TaskFailed(now, request.taskId(), error, cause));
    }

    private CompletableFuture<Boolean> endAndStore(Mailbox.Message message) {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return CompletableFuture.completedFuture(false);
        }
        cell.ended(request.taskId());
        return cell.ask(message);
    }
}
