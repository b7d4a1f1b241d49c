package dev.stepwright.testkit;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Completion;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Answers tasks as was recorded, after as long; has others do what was not. */
final class ReplayingRunner implements TaskRunner {
    /** Before an execution has gone on for too long, and after all else. */
    private static final Duration NEVER = Duration.ofDays(364);

    private static final Duration TICK = Duration.ofMillis(1);

    private final Script script;
    private final Workplace workplace;
    private final List<TaskRunner> others;

    ReplayingRunner(Script script, Workplace workplace, List<TaskRunner> others) {
        this.script = script;
        this.workplace = workplace;
        this.others = List.copyOf(others);
    }

    @Override
    public boolean serves(TaskRequest request) {
        return true;
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        // What was recorded has been accepted.
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        Optional<RecordedTask> recorded = script.answer(request);
        if (recorded.isPresent()) {
            return new Performance(recorded.get(), request, completion).begin();
        }
        Optional<TaskRunner> other =
                others.stream().filter(runner -> runner.serves(request)).findFirst();
        if (other.isPresent()) {
            return other.get().start(request, completion);
        }
        script.unanswered(request, completion);
        return () -> {};
    }

    /** One task that goes as was recorded. */
    private final class Performance {
        private final RecordedTask recorded;
        private final TaskRequest request;
        private final TaskCompletion completion;
        private final List<Runnable> cancels = new ArrayList<>();
        private volatile Runnable heart = () -> {};

        Performance(RecordedTask recorded, TaskRequest request, TaskCompletion completion) {
            this.recorded = recorded;
            this.request = request;
            this.completion = completion;
        }

        Runnable begin() {
            keepAlive();
            recorded.course().forEach(entry -> after(delay(entry), () -> report(entry.event())));
            if (recorded.end().isEmpty() && !script.isCutOff()) {
                after(NEVER, () -> script.unanswered(request, completion));
            }
            return () -> {
                heart.run();
                cancels.forEach(Runnable::run);
            };
        }

        private void after(Duration delay, Runnable action) {
            cancels.add(workplace.after(delay, action));
        }

        /** All tasks but those of activities start here as soon as they are scheduled, and their timeout counts from there. */
        private Instant start() {
            return recorded.course().stream()
                    .filter(entry -> entry.event() instanceof Event.TaskStarted started
                            && started.resource().family() != TaskResource.Family.ACTIVITY)
                    .map(HistoryEntry::time)
                    .findFirst()
                    .orElse(recorded.time());
        }

        /** What came in time comes in time, even where AWS was late with the timeout. */
        private Duration delay(HistoryEntry entry) {
            Duration delay = Duration.between(start(), entry.time());
            Long timeout = recorded.scheduled().timeoutSeconds();
            Duration latest =
                    timeout == null ? delay : Duration.ofSeconds(timeout).minus(TICK);
            boolean isTooLate = latest.compareTo(delay) < 0 && !(entry.event() instanceof Event.TaskTimedOut);
            return isTooLate ? latest : delay.isNegative() ? Duration.ZERO : delay;
        }

        /** Heartbeats leave no events: a task that took longer than their time had them, up to the last that the timeout allows. */
        private void keepAlive() {
            Long seconds = recorded.scheduled().heartbeatSeconds();
            if (seconds == null || recorded.course().isEmpty()) {
                return;
            }
            HistoryEntry last = recorded.course().get(recorded.course().size() - 1);
            Duration heartbeat = Duration.ofSeconds(seconds);
            Duration end = Duration.between(start(), last.time());
            Long timeout = recorded.scheduled().timeoutSeconds();
            boolean isMissed = last.event() instanceof Event.TaskTimedOut
                    && (timeout == null || end.compareTo(Duration.ofSeconds(timeout)) < 0);
            beat(heartbeat.dividedBy(2), isMissed ? end.minus(heartbeat) : end);
        }

        private void beat(Duration every, Duration left) {
            if (every.compareTo(left) < 0) {
                heart = workplace.after(every, () -> {
                    completion.heartbeat();
                    beat(every, left.minus(every));
                });
            }
        }

        private void report(Event event) {
            if (event instanceof Event.TaskStarted started) {
                if (request.resource().family() == TaskResource.Family.ACTIVITY) {
                    completion.started(started.worker());
                }
            } else if (event instanceof Event.TaskSubmitted submitted) {
                if (request.resource().pattern() != Completion.RESPONSE) {
                    completion.submitted(submitted.output());
                }
            } else if (event instanceof Event.TaskSucceeded succeeded) {
                completion.succeeded(result(succeeded.output()));
            } else if (event instanceof Event.TaskFailed failed) {
                completion.failed(failed.error(), failed.cause());
            } else if (event instanceof Event.TaskSubmitFailed failed) {
                completion.failed(failed.error(), failed.cause());
            } else if (request.deadline() == null && recorded.scheduled().heartbeatSeconds() == null) {
                completion.failed("States.Timeout", null);
            }
        }

        private JsonNode result(JsonNode output) {
            TaskResource then = recorded.scheduled().resource();
            if (then.isLambdaInvoke() == request.resource().isLambdaInvoke()) {
                return output;
            }
            return then.isLambdaInvoke() ? output.path("Payload") : Stubs.invoked(output);
        }
    }
}
