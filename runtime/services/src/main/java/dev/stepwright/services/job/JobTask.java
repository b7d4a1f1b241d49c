package dev.stepwright.services.job;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.Workplace;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** One task that starts a job and waits for its end: asks after 1, 2, 4 and 8 seconds, then every 15. */
public final class JobTask {
    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_MISSES = 5;

    private final JobWork calls;
    private final Workplace workplace;
    private final TaskRequest request;
    private final TaskCompletion completion;
    private Runnable takeBack = () -> {};
    private @Nullable JsonNode started;
    private boolean isOver;
    private int misses;

    /**
     * Makes a task that does nothing yet.
     *
     * @param workplace whose threads the calls block, and by whose clock is waited
     * @param completion is told when the job has been started, and what becomes of it
     */
    public JobTask(JobWork calls, Workplace workplace, TaskRequest request, TaskCompletion completion) {
        this.calls = calls;
        this.workplace = workplace;
        this.request = request;
        this.completion = completion;
    }

    /**
     * Starts a job, and goes on as {@link #watch}. The call is not interrupted: nobody could stop a job whose answer is lost.
     *
     * @return to be run if the task is not waited for any more: it stops the job, if it can be
     */
    public Runnable start() {
        Runnable unused = workplace.start(guarded(() -> {
            if (isOver()) {
                return;
            }
            JsonNode answer = calls.start(request);
            completion.submitted(answer);
            goOn(answer);
        }));
        return this::cancel;
    }

    /**
     * Goes on with a job that has been started.
     *
     * @param answer of the call that started it
     * @return as {@link #start}
     */
    public Runnable watch(JsonNode answer) {
        goOn(answer);
        return this::cancel;
    }

    private synchronized void goOn(JsonNode answer) {
        started = answer;
        if (isOver) {
            stop(answer); // taken back while the call that started it was under way
        } else {
            lookAfter(FIRST, answer);
        }
    }

    private synchronized void lookAfter(Duration pause, JsonNode job) {
        if (!isOver) {
            takeBack = workplace.after(pause, () -> look(pause, job));
        }
    }

    private synchronized void look(Duration pause, JsonNode job) {
        if (isOver) {
            return;
        }
        try {
            takeBack = workplace.start(guarded(() -> goOn(progress(job), pause, job)));
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the engine is closing; the next one looks at the job again", request.executionArn());
        }
    }

    private void goOn(Progress progress, Duration pause, JsonNode job) throws TaskFailure {
        switch (progress.state()) {
            case RUNNING -> {
                Duration twice = pause.multipliedBy(2);
                lookAfter(twice.compareTo(LONGEST) > 0 ? LONGEST : twice, job);
            }
            case DONE -> {
                end();
                completion.succeeded(progress.result());
            }
            case FAILED -> throw new TaskFailure("States.TaskFailed", JsonText.compact(progress.result()));
        }
    }

    /** A job goes on whether it can be looked at or not, so it is given up only when nobody has seen it for a while. */
    private Progress progress(JsonNode job) throws TaskFailure, InterruptedException {
        try {
            Progress progress = calls.progress(job, request);
            misses = 0;
            return progress;
        } catch (TaskFailure e) {
            if (++misses == MOST_MISSES) {
                throw e;
            }
            LOG.info(
                    "{}: the job of {} cannot be seen", request.executionArn(), JsonText.quote(request.stateName()), e);
            return new Progress(Progress.State.RUNNING, job);
        }
    }

    private synchronized void end() {
        isOver = true;
    }

    private synchronized boolean isOver() {
        return isOver;
    }

    private synchronized void cancel() {
        if (isOver) {
            return;
        }
        isOver = true;
        takeBack.run();
        if (started != null) {
            stop(started);
        }
    }

    private void stop(JsonNode job) {
        try {
            workplace.start(() -> {
                try {
                    calls.stop(job, request);
                } catch (TaskFailure | InterruptedException e) {
                    LOG.warn(
                            "{}: the job of {} cannot be stopped",
                            request.executionArn(),
                            JsonText.quote(request.stateName()),
                            e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "{}: the job of {} goes on, the engine is closing",
                    request.executionArn(),
                    JsonText.quote(request.stateName()));
        }
    }

    private interface Work {
        void run() throws TaskFailure, InterruptedException;
    }

    private Runnable guarded(Work work) {
        return () -> {
            try {
                work.run();
            } catch (TaskFailure failure) {
                end();
                completion.failed(failure.error(), failure.causeText());
            } catch (InterruptedException e) {
                LOG.debug(
                        "{}: the job of {} is no longer awaited",
                        request.executionArn(),
                        JsonText.quote(request.stateName()));
            } catch (Throwable thrown) { // nobody would hear of it elsewhere, and the task would never end
                end();
                LOG.error(
                        "{}: the job of {} is lost",
                        request.executionArn(),
                        JsonText.quote(request.stateName()),
                        thrown);
                completion.failed("States.Runtime", thrown.toString());
            }
        };
    }
}
