package dev.stepwright.testkit;

import dev.stepwright.json.JsonText;
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
import tools.jackson.databind.node.JsonNodeFactory;

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
        Optional<RecordedMaps.Result> result = script.result(request.stateName());
        if (result.isPresent()) {
            return give(result.get(), completion);
        }
        Optional<RecordedTask> recorded = script.answer(request);
        if (recorded.isPresent()) {
            return new Performance(recorded.get(), request, completion).play();
        }
        Optional<TaskRunner> other =
                others.stream().filter(runner -> runner.serves(request)).findFirst();
        if (other.isPresent()) {
            return other.get().start(request, completion);
        }
        script.unanswered(request, completion);
        return () -> {};
    }

    /** What a Map reads becomes its result. */
    private Runnable give(RecordedMaps.Result result, TaskCompletion completion) {
        JsonNode object = JsonNodeFactory.instance.objectNode().put("Body", JsonText.compact(result.value()));
        return workplace.after(
                Duration.between(result.stay().begin, result.stay().end), () -> completion.succeeded(object));
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

        Runnable play() {
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

        private Instant started() {
            return recorded.course().stream()
                    .filter(entry -> entry.event() instanceof Event.TaskStarted)
                    .map(HistoryEntry::time)
                    .findFirst()
                    .orElse(recorded.time());
        }

        /** All tasks but those of activities start here as soon as they are scheduled. */
        private Instant begin() {
            boolean isOfActivity = recorded.scheduled().resource().family() == TaskResource.Family.ACTIVITY;
            return isOfActivity ? recorded.time() : started();
        }

        /** What came in time, counted from the start, comes in time, even where AWS was late with the timeout. */
        private Duration delay(HistoryEntry entry) {
            Duration delay = Duration.between(begin(), entry.time());
            Long timeout = recorded.scheduled().timeoutSeconds();
            boolean isEnd =
                    !(entry.event() instanceof Event.TaskStarted || entry.event() instanceof Event.TaskTimedOut);
            if (timeout == null || !isEnd) {
                return delay.isNegative() ? Duration.ZERO : delay;
            }
            Duration latest =
                    Duration.between(begin(), started()).plusSeconds(timeout).minus(TICK);
            return latest.compareTo(delay) < 0 ? latest : delay;
        }

        /** Heartbeats leave no events: a task that took longer than their time had them, up to the last that the timeout allows. */
        private void keepAlive() {
            Long seconds = recorded.scheduled().heartbeatSeconds();
            if (seconds == null || recorded.course().isEmpty()) {
                return;
            }
            HistoryEntry last = recorded.course().get(recorded.course().size() - 1);
            Duration heartbeat = Duration.ofSeconds(seconds);
            Duration end = Duration.between(begin(), last.time());
            Long timeout = recorded.scheduled().timeoutSeconds();
            boolean isMissed = last.event() instanceof Event.TaskTimedOut
                    && (timeout == null || end.compareTo(Duration.ofSeconds(timeout)) < 0);
            beat(heartbeat.dividedBy(2), isMissed ? end.minus(heartbeat) : end);
        }

        private void beat(Duration every, Duration left) {
            if (left.isNegative() || left.isZero()) {
                return;
            }
            Duration next = every.compareTo(left) < 0 ? every : left;
            heart = workplace.after(next, () -> {
                completion.heartbeat();
                beat(every, left.minus(next));
            });
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
            return then.isLambdaInvoke() ? output.path("Payload") : StubAnswer.invoked(output);
        }
    }
}
