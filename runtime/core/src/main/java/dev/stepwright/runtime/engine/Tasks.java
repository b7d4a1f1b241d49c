package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.ResultPath;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The course of tasks: open, scheduled, started, submitted, and how they end. */
final class Tasks {
    private final Activation activation;
    /** Scheduled in this decision. AWS records all that are scheduled together before the first of them starts. */
    private final List<OpenTask> starting = new ArrayList<>();

    Tasks(Activation activation) {
        this.activation = activation;
    }

    OpenTask open(TaskStep step, Frame frame) {
        long id = ++activation.state.lastTask;
        OpenTask task = new OpenTask(id, frame, step, token(step.resource(), id));
        activation.state.tasks.put(id, task);
        frame.task = task;
        return task;
    }

    private @Nullable String token(TaskResource resource, long id) {
        if (resource.family() != TaskResource.Family.ACTIVITY
                && resource.pattern() == TaskResource.Completion.RESPONSE) {
            return null;
        }
        String text = activation.state.identity.arn() + "\n" + id + "\n"
                + activation.chance().nextUuid();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    void schedule(OpenTask task) {
        TaskResource resource = task.step.resource();
        if (task.frame.lineage.keepsEvents) {
            activation.events.record(
                    task.frame,
                    new Event.TaskScheduled(
                            resource,
                            task.input,
                            activation.region(),
                            task.timeoutSeconds,
                            task.heartbeatSeconds,
                            task.roleArn));
        } else {
            activation.events.count(task.frame);
        }
        TaskRequest request = request(task);
        task.request = request;
        activation.command(new Command.ScheduleTask(request));
        if (resource.family() != TaskResource.Family.ACTIVITY) {
            starting.add(task);
        }
    }

    TaskRequest request(OpenTask task) {
        Instant deadline = task.timeoutSeconds == null ? null : activation.now.plusSeconds(task.timeoutSeconds);
        return task.request(activation.state.identity, deadline);
    }

    /** Starts what has been scheduled in this decision. */
    void start() {
        for (int i = 0; i < starting.size(); i++) {
            OpenTask task = starting.get(i);
            if (task.frame.task == task && activation.state.isRunning()) {
                startedAtOnce(task);
            }
        }
        starting.clear();
    }

    private void startedAtOnce(OpenTask task) {
        try {
            started(task, null);
        } catch (ExecutionOver e) {
            activation.passOn(e);
        }
    }

    void forget() {
        starting.clear();
    }

    void started(OpenTask task, @Nullable String worker) {
        if (task.isStarted) {
            return;
        }
        task.isStarted = true;
        if (task.frame.lineage.keepsEvents) {
            activation.events.record(task.frame, new Event.TaskStarted(task.step.resource(), worker));
        } else {
            activation.events.count(task.frame);
        }
        if (task.timeoutSeconds != null) {
            task.timeout = activation.startTimer(
                    activation.now.plusSeconds(task.timeoutSeconds), TimerPurpose.TASK_TIMEOUT, task.frame, null);
        }
        restartHeartbeat(task);
    }

    /** AWS: a heartbeat is waited for only where somebody can send one. */
    private void restartHeartbeat(OpenTask task) {
        activation.cancel(task.heartbeat);
        if (task.heartbeatSeconds != null && task.token != null) {
            task.heartbeat = activation.startTimer(
                    activation.now.plusSeconds(task.heartbeatSeconds), TimerPurpose.HEARTBEAT, task.frame, null);
        }
    }

    void heartbeat(OpenTask task) {
        if (task.isStarted) {
            restartHeartbeat(task);
        }
    }

    void submitted(OpenTask task, JsonNode response) {
        task.submission = response;
        activation.events.record(task.frame, new Event.TaskSubmitted(task.step.resource(), response));
    }

    void succeeded(OpenTask task, JsonNode result) {
        TaskResource resource = task.step.resource();
        int limit = activation.state.limits.payloadBytes();
        ResultPath insertion = task.step.flow().insertion();
        long bound = insertion == null ? PayloadSize.UNKNOWN : PayloadSize.added(insertion, result, limit);
        boolean isSmall = insertion != null && bound <= limit;
        String excess = isSmall ? null : activation.excess(result);
        if (excess != null) {
            failed(task, ExecutionError.tooLarge(resource.nameInMessages(), false, excess));
            return;
        }
        Frame frame = task.frame;
        drop(task);
        if (frame.lineage.keepsEvents) {
            activation.events.record(frame, new Event.TaskSucceeded(resource, result));
        } else {
            activation.events.count(frame);
        }
        frame.result = result;
        frame.resultBound = isSmall ? bound : PayloadSize.UNKNOWN;
        frame.mode = Frame.Mode.FINISH;
        activation.state.ready.add(frame);
    }

    void failed(OpenTask task, ExecutionError error) {
        end(task, error, new Event.TaskFailed(task.step.resource(), task.step.name(), error.error(), error.cause()));
    }

    /** AWS: what has not been submitted fails with an event of its own. */
    void runnerFailed(OpenTask task, ExecutionError error) {
        if (task.submission == null) {
            TaskResource resource = task.step.resource();
            end(task, error, new Event.TaskSubmitFailed(resource, task.step.name(), error.error(), error.cause()));
        } else {
            failed(task, error);
        }
    }

    void timedOut(OpenTask task, ExecutionError error) {
        activation.command(new Command.CancelTask(task.id));
        end(task, error, new Event.TaskTimedOut(task.step.resource(), task.step.name()));
    }

    private void end(OpenTask task, ExecutionError error, Event event) {
        Frame frame = task.frame;
        drop(task);
        activation.events.record(frame, event);
        frame.hasTaskFailureEvent = true;
        activation.failing.failed(frame, error);
    }

    /** A task that cannot be scheduled leaves no event of its own. */
    void refused(OpenTask task, String detail) {
        Frame frame = task.frame;
        drop(task);
        activation.failing.failed(frame, activation.failing.runtime(frame, detail));
    }

    /** Stops waiting for a task. */
    void drop(OpenTask task) {
        activation.state.tasks.remove(task.id);
        activation.cancel(task.timeout);
        activation.cancel(task.heartbeat);
        task.frame.task = null;
    }

    void cancel(OpenTask task) {
        activation.command(new Command.CancelTask(task.id));
        drop(task);
    }
}
