package dev.stepwright.runtime.simulation;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.engine.MapRunJournal;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What holds for everything that a store has kept, whatever has happened. */
final class Invariants {
    /** By the definition as one object: those of one store share a few, and a plan never changes. */
    private final Map<StateMachineDefinition, Plan> plans = new IdentityHashMap<>();

    /** Checks an execution as it is stored; running or ended. */
    void check(StoredExecution execution, List<Batch> batches) {
        List<HistoryEntry> history = new ArrayList<>();
        batches.forEach(batch -> history.addAll(batch.events()));
        inOrder(history);
        pairs(history, execution);
        once(batches);
        replays(execution, batches);
        if (execution.end() != null) {
            children(execution.header(), batches, execution.end().time());
        }
    }

    /** Executions of Map Runs have histories like others, that end as they have. */
    private void children(ExecutionHeader header, List<Batch> batches, Instant now) {
        ExecutionState state = blank(header);
        MapRunJournal journal = state.withJournal();
        batches.forEach(batch -> Decider.decide(state, batch.stimulus()));
        for (MapRun run : journal.runs(now)) {
            MapRun.Counts counts = run.executions();
            require(counts.running() == 0 && counts.pendingRedrive() == 0, "nothing runs after the end", run);
            for (MapRunExecution child : journal.executions(run.arn(), now)) {
                child(child, events(header, batches, child.identity().arn()));
            }
        }
    }

    /** Returns the events of an execution of a Map Run; of the last of several starts. */
    private List<HistoryEntry> events(ExecutionHeader header, List<Batch> batches, String child) {
        ExecutionState state = blank(header);
        state.watch(child);
        List<HistoryEntry> events = new ArrayList<>();
        for (Batch batch : batches) {
            for (HistoryEntry entry : Decider.decide(state, batch.stimulus()).events()) {
                if (entry.id() == 1) {
                    events.clear();
                }
                events.add(entry);
            }
        }
        return events;
    }

    private static void child(MapRunExecution child, List<HistoryEntry> history) {
        inOrder(history);
        HistoryEntry last = history.get(history.size() - 1);
        Class<? extends Event> end = switch (child.status()) {
            case SUCCEEDED -> Event.ExecutionSucceeded.class;
            case FAILED -> Event.ExecutionFailed.class;
            case TIMED_OUT -> Event.ExecutionTimedOut.class;
            case ABORTED -> Event.ExecutionAborted.class;
            case RUNNING -> throw new AssertionError("nothing runs after the end: " + child);
        };
        require(end.isInstance(last.event()), "a history ends as the execution has", last);
        long ends = history.stream().filter(entry -> isEnd(entry.event())).count();
        long redrives = history.stream()
                .filter(entry -> entry.event() instanceof Event.ExecutionRedriven)
                .count();
        require(ends == redrives + 1, "between two ends there is a redrive", history);
    }

    private static void require(boolean condition, String what, Object about) {
        if (!condition) {
            throw new AssertionError(what + ": " + about);
        }
    }

    private static void inOrder(List<HistoryEntry> history) {
        for (int i = 0; i < history.size(); i++) {
            HistoryEntry entry = history.get(i);
            require(entry.id() == i + 1, "ids are dense", entry);
            require(entry.previousId() < entry.id(), "an event follows from one before it", entry);
            require(i == 0 || !entry.time().isBefore(history.get(i - 1).time()), "time does not go back", entry);
            require(i == 0 == entry.event() instanceof Event.ExecutionStarted, "the start is the first", entry);
        }
    }

    /** Each state that is entered is left, stopped, or fails with what is around it. */
    private static void pairs(List<HistoryEntry> history, StoredExecution execution) {
        Map<String, Integer> open = new HashMap<>();
        int ends = 0;
        for (HistoryEntry entry : history) {
            Event event = entry.event();
            require(
                    ends == (event instanceof Event.ExecutionRedriven ? 1 : 0),
                    "nothing but a redrive follows the end, and that only follows the end",
                    entry);
            if (event instanceof Event.StateEntered entered) {
                open.merge(entered.name(), 1, Integer::sum);
            } else if (event instanceof Event.StateExited exited) {
                int left = open.merge(exited.name(), -1, Integer::sum);
                require(left >= 0, "a state is left as often as it was entered", entry);
            } else if (event instanceof Event.ExecutionRedriven) {
                ends = 0;
            } else if (isEnd(event)) {
                ends++;
            }
        }
        ExecutionEnd end = execution.end();
        require(end == null ? ends == 0 : ends == 1, "an execution that has ended has one last event", execution);
        boolean hasFailure = history.stream().anyMatch(entry -> isFailure(entry.event()));
        if (end != null && end.output() != null && !hasFailure) {
            require(open.values().stream().allMatch(count -> count == 0), "all states have been left", open);
        }
    }

    private static boolean isEnd(Event event) {
        return event instanceof Event.ExecutionSucceeded
                || event instanceof Event.ExecutionFailed
                || event instanceof Event.ExecutionAborted
                || event instanceof Event.ExecutionTimedOut;
    }

    private static boolean isFailure(Event event) {
        return event instanceof Event.TaskFailed
                || event instanceof Event.TaskSubmitFailed
                || event instanceof Event.TaskTimedOut
                || event instanceof Event.StateFailed
                || event instanceof Event.IterationFailed;
    }

    /** A task ends once, a timer fires once. */
    private static void once(List<Batch> batches) {
        Set<Object> seen = new HashSet<>();
        long sequence = 0;
        for (Batch batch : batches) {
            require(batch.sequence() == ++sequence, "batches are dense", batch);
            Stimulus stimulus = batch.stimulus();
            Object key = null;
            if (stimulus instanceof Stimulus.TaskSucceeded s) {
                key = "task " + s.taskId();
            } else if (stimulus instanceof Stimulus.TaskFailed s) {
                key = "task " + s.taskId();
            } else if (stimulus instanceof Stimulus.RunnerFailed s) {
                key = "task " + s.taskId();
            } else if (stimulus instanceof Stimulus.TimerFired s) {
                key = "timer " + s.timerId();
            } else if (stimulus instanceof Stimulus.Started) {
                key = "start";
            }
            boolean isEffective = !batch.events().isEmpty();
            require(key == null || !isEffective || seen.add(key), "what happens once is stored once", batch);
        }
    }

    /** A task is handed over only where what has been stored asks for it, with this very input. */
    void checkHandOver(StoredExecution execution, List<Batch> batches, TaskRequest request) {
        ExecutionState state = blank(execution.header());
        batches.forEach(batch -> Decider.decide(state, batch.stimulus()));
        boolean isAsked = state.outstanding().stream()
                .anyMatch(command -> command instanceof Command.ScheduleTask task
                                && task.request().equals(request)
                        || command instanceof Command.ReadObject reading
                                && reading.request().equals(request));
        require(isAsked || !state.isRunning(), "what is handed over follows from what is stored", request);
    }

    private ExecutionState blank(ExecutionHeader header) {
        Plan plan = plans.computeIfAbsent(
                header.definition(),
                definition -> Objects.requireNonNull(Planner.plan(definition).plan()));
        return ExecutionState.create(plan, header.identity(), Limits.STANDARD, true);
    }

    /** The same stimuli give the same events, the same end, and on the way the state goes to bytes and back. */
    private void replays(StoredExecution execution, List<Batch> batches) {
        ExecutionState state = blank(execution.header());
        for (Batch batch : batches) {
            Decision decision = Decider.decide(state, batch.stimulus());
            require(decision.events().equals(batch.events()), "a replay gives the same events", batch);
            if (state.isRunning() && batch.sequence() % 5 == 0) {
                byte[] bytes = state.snapshot();
                state = state.restored(bytes);
                require(Arrays.equals(bytes, state.snapshot()), "a state comes back from its bytes", batch);
            }
        }
        ExecutionEnd end = execution.end();
        require(end == null == state.isRunning(), "a replay ends where the execution has ended", execution);
        if (end != null) {
            require(end.status() == state.status(), "a replay ends as the execution has", execution);
            require(
                    Objects.equals(end.output(), state.output().orElse(null)),
                    "a replay has the same output",
                    execution);
        }
    }
}
