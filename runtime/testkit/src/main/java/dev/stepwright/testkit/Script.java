package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one run of a recorded execution goes by: what was recorded, and the chance and time of this run. */
final class Script {
    /** So much later than now an execution that has timed out is surely over. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RecordedExecution recorded;
    private final List<HistoryEntry> events;
    private final int take;
    private final Strands then;
    private final Set<String> defined;
    private final RecordedAnswers answers;
    private final RecordedMaps maps;
    private final Strands now = new Strands();
    private final List<RecordedTask> unclaimed = new ArrayList<>();
    private final Map<String, String> unanswered = new LinkedHashMap<>();
    private int seen;
    private long lastRead;
    private @Nullable Engine engine;

    /**
     * @param machine that is run
     * @param take 0 for the run itself; others have other ids, other chance, another time of day and another date
     */
    Script(RecordedExecution recorded, Subject machine, int take) {
        this.recorded = recorded;
        this.take = take;
        this.events = recorded.firstLife();
        this.then = Strands.of(events);
        this.defined = machine.definition().scopes().stream()
                .flatMap(scope -> scope.states().keySet().stream())
                .collect(Collectors.toSet());
        this.answers = new RecordedAnswers(then.tasks(), defined);
        this.maps = new RecordedMaps(
                machine.definition(), then, machine.tasks().stubs().states());
    }

    /** Returns what was recorded. */
    Strands recorded() {
        return then;
    }

    /** Returns the names of all states of the machine. */
    Set<String> defined() {
        return defined;
    }

    /** Returns the definition that is run. */
    StateMachineDefinition definition() {
        return maps.definition();
    }

    /** Returns whether a state is a distributed Map that is not run, but gives what it gave. */
    boolean isGiven(String state) {
        return maps.has(state);
    }

    /** Returns what such a Map gives next. */
    synchronized Optional<RecordedMaps.Result> result(String state) {
        return maps.take(state);
    }

    long seed() {
        return 1L + take;
    }

    Instant start() {
        return recorded.startTime().plus(Duration.ofDays(399L * take).plusMillis(3_661_001L * take));
    }

    String roleArn() {
        return take == 0 ? recorded.started().roleArn() : "arn:aws:iam::123456789012:role/take-" + take;
    }

    /** Returns whether what was recorded is not all that the execution would have done. */
    boolean isCutOff() {
        Event end = then.end().orElse(null);
        return !(end instanceof Event.ExecutionSucceeded || end instanceof Event.ExecutionFailed);
    }

    /** Returns when the run is stopped, since nobody knows what would have come then; empty if it goes to its end. */
    Optional<Instant> stop() {
        Duration length = Duration.between(
                recorded.startTime(), events.get(events.size() - 1).time());
        Duration grace = then.end().orElse(null) instanceof Event.ExecutionTimedOut ? GRACE : Duration.ZERO;
        return isCutOff() ? Optional.of(start().plus(length).plus(grace)) : Optional.empty();
    }

    void runsIn(Engine value) {
        engine = value;
    }

    TaskRunner runner(Workplace workplace, List<TaskRunner> others) {
        return new ReplayingRunner(this, workplace, others);
    }

    synchronized Optional<RecordedTask> answer(TaskRequest request) {
        return answers.take(request, place(request));
    }

    /** The engine hands tasks over after it has told that they are scheduled; which of these events belongs to a task, the two say together. */
    private @Nullable RecordedTask place(TaskRequest request) {
        if (maps.mapOf(request.stateName()).isPresent()) {
            return null; // it is in an execution of its own
        }
        for (HistoryEntry entry :
                Objects.requireNonNull(engine).history(request.executionArn(), lastRead, Integer.MAX_VALUE)) {
            now.read(entry);
            lastRead = entry.id();
        }
        unclaimed.addAll(now.tasks().subList(seen, now.tasks().size()));
        seen = now.tasks().size();
        for (RecordedTask task : unclaimed) {
            if (task.stay().state.equals(request.stateName())
                    && JsonValues.equal(task.scheduled().input(), request.input())) {
                unclaimed.remove(task);
                return task;
            }
        }
        return null;
    }

    /** Nobody knows what a task would answer. Beyond the end of what was recorded nobody has to. */
    synchronized void unanswered(TaskRequest request, TaskCompletion completion) {
        if (isCutOff()) {
            return;
        }
        Optional<String> map = maps.mapOf(request.stateName());
        String state = map.orElse(request.stateName());
        String problem = map.map(Script::ofMap).orElseGet(() -> problem(request));
        unanswered.putIfAbsent(state, problem);
        completion.failed("States.Runtime", problem);
    }

    private static String ofMap(String map) {
        return "\"" + map + "\" is a distributed Map, and what it read and its executions did is not in this history; "
                + "add stubs for what it reads and for the tasks in it";
    }

    private String problem(TaskRequest request) {
        Optional<TaskResource> other = then.tasks().stream()
                .filter(task -> task.stay().state.equals(request.stateName()))
                .map(task -> task.scheduled().resource())
                .filter(resource -> !RecordedAnswers.fits(resource, request.resource()))
                .findFirst();
        String what = "\"" + request.stateName() + "\": no answer was recorded for "
                + (request.attempt() == 1 ? "this task" : "attempt " + request.attempt())
                + other.map(resource ->
                                ", which called " + name(resource) + " and now calls " + name(request.resource()))
                        .orElse("");
        return what + "; add a stub";
    }

    private static String name(TaskResource resource) {
        return resource.family() == TaskResource.Family.SERVICE
                ? resource.service() + ":" + resource.action()
                : resource.text();
    }

    /** Returns what is said of a state whose task had no answer; null if it had. */
    @Nullable
    String problemOf(String state) {
        return unanswered.get(state);
    }

    /** Returns what is said of tasks that had no answer, by their states. */
    Map<String, String> unanswered() {
        return unanswered;
    }
}
