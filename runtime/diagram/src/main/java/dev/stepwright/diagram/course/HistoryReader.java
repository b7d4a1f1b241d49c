package dev.stepwright.diagram.course;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.StateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads visits and ways out of a history, event by event. Events tell what led to them; that says which visit each one belongs to. */
public final class HistoryReader {
    private final Map<Long, HistoryEntry> entries = new HashMap<>();

    /** The visit that each event belongs to; none for those of the execution as a whole. */
    final Map<Long, Visit> visitOf = new HashMap<>();

    private final List<Visit> visits = new ArrayList<>();
    private final Map<Way, Integer> ways = new HashMap<>();

    /** Reads the next event. */
    public void read(HistoryEntry entry) {
        entries.put(entry.id(), entry);
        Visit visit = visit(entry);
        if (visit != null) {
            visitOf.put(entry.id(), visit);
        }
    }

    /** Returns the visit that an event belongs to that has been read; empty for one of the execution as a whole. */
    public Optional<Visit> visitOf(long eventId) {
        return Optional.ofNullable(visitOf.get(eventId));
    }

    /** Returns the visits of all states, in the order in which they were entered. */
    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** Returns what the events that have been read tell of the states of the machine. */
    public Course course() {
        Map<String, StateCourse> states = new HashMap<>();
        visits.forEach(visit -> states.merge(visit.name, visit.course(), StateCourse::plus));
        return new Course(states, ways);
    }

    /**
     * Returns the event that a failure comes from, by which a Parallel, a Map or the execution has failed: what went wrong in the state within, or the
     * entry of one that left no other event. Any other event comes from itself.
     */
    public HistoryEntry origin(HistoryEntry failure) {
        HistoryEntry origin = failure;
        while (isPassedOn(origin.event()) && entries.containsKey(origin.previousId())) {
            origin = Objects.requireNonNull(entries.get(origin.previousId()));
        }
        return origin;
    }

    private static boolean isPassedOn(Event event) {
        return event instanceof Event.StateFailed
                || event instanceof Event.IterationFailed
                || event instanceof Event.ExecutionFailed;
    }

    private @Nullable Visit visit(HistoryEntry entry) {
        Event event = entry.event();
        Visit before = visitOf.get(entry.previousId());
        if (event instanceof Event.StateEntered entered) {
            return enter(entered, entry);
        }
        if (event instanceof Event.StateExited exited) {
            return leave(exited, entry);
        }
        if (event instanceof Event.ExecutionRedriven) {
            visits.forEach(Visit::redrive); // those around a state stand before it
            return before;
        }
        if (event instanceof Event.TaskScheduled && before != null) {
            before.attempts++;
        } else if (event instanceof Event.TaskFailed failed && before != null) {
            before.error = failed.error();
        } else if (event instanceof Event.TaskSubmitFailed failed && before != null) {
            before.error = failed.error();
        } else if (event instanceof Event.TaskTimedOut && before != null) {
            before.error = "States.Timeout";
        } else if (event instanceof Event.EvaluationFailed failed) {
            return evaluationFailed(failed, before);
        }
        return isOfGroup(event) ? group(entry, before) : end(entry, before);
    }

    private Visit enter(Event.StateEntered entered, HistoryEntry entry) {
        Visit before = visitOf.get(entry.previousId());
        HistoryEntry cause = entries.get(entry.previousId());
        Visit again = cause != null && cause.event() instanceof Event.ExecutionRedriven ? last(entered.name()) : null;
        if (again != null) {
            return again;
        }
        Visit visit;
        if (before != null && cause != null && cause.event() instanceof Event.StateExited) {
            visit = new Visit(entered, entry, before.parent, before.iteration);
            ways.merge(new Way(before.name, entered.name(), before.fate == Fate.CAUGHT), 1, Integer::sum);
        } else {
            Integer iteration =
                    cause != null && cause.event() instanceof Event.IterationStarted started ? started.index() : null;
            visit = new Visit(entered, entry, before, iteration);
        }
        visits.add(visit);
        if (visit.kind == StateKind.FAIL) { // what is around it may be tried again, without an event that tells its end
            visit.end(Fate.FAILED, entry.time());
        }
        return visit;
    }

    private @Nullable Visit leave(Event.StateExited exited, HistoryEntry entry) {
        Visit visit = outwards(visitOf.get(entry.previousId()), one -> one.isOpen() && one.name.equals(exited.name()));
        if (visit == null) {
            visit = last(exited.name());
        }
        if (visit != null) {
            visit.reopen();
            visit.stopInside(entry.time());
            visit.end(isFailure(entries.get(entry.previousId())) ? Fate.CAUGHT : Fate.PASSED, entry.time());
        }
        return visit;
    }

    private static boolean isFailure(@Nullable HistoryEntry entry) {
        return entry != null
                && (entry.event() instanceof Event.TaskFailed
                        || entry.event() instanceof Event.TaskSubmitFailed
                        || entry.event() instanceof Event.TaskTimedOut
                        || entry.event() instanceof Event.EvaluationFailed
                        || entry.event() instanceof Event.StateFailed);
    }

    private @Nullable Visit evaluationFailed(Event.EvaluationFailed failed, @Nullable Visit before) {
        Visit visit = last(failed.state());
        if (visit != null) {
            visit.error = failed.error();
        }
        return visit == null ? before : visit;
    }

    /**
     * Returns the last visit of a state that has not ended; if there is none, as after an execution has failed and goes on again, the
     * last one.
     */
    private @Nullable Visit last(String name) {
        Visit ended = null;
        for (int i = visits.size() - 1; i >= 0; i--) {
            Visit visit = visits.get(i);
            if (visit.name.equals(name)) {
                if (visit.isOpen()) {
                    return visit;
                }
                ended = ended == null ? visit : ended;
            }
        }
        return ended;
    }

    private static boolean isOfGroup(Event event) {
        return event instanceof Event.ParallelStarted
                || event instanceof Event.MapStarted
                || event instanceof Event.StateSucceeded
                || event instanceof Event.StateFailed
                || event instanceof Event.IterationStarted
                || event instanceof Event.IterationSucceeded
                || event instanceof Event.IterationFailed
                || event instanceof Event.IterationAborted;
    }

    /** An event of a Parallel or Map may follow from one of a state within it. */
    private static @Nullable Visit group(HistoryEntry entry, @Nullable Visit before) {
        Event event = entry.event();
        Visit group = outwards(before, one -> one.isOpen() && !one.hasFailed && isOf(one, event));
        if (group == null) {
            return before;
        }
        boolean isBegun = event instanceof Event.ParallelStarted || event instanceof Event.MapStarted;
        if (isBegun || event instanceof Event.StateFailed || event instanceof Event.IterationFailed) {
            failUpTo(before, group, entry.time());
        }
        if (isBegun) {
            group.attempts++;
            group.stopInside(entry.time());
        } else if (event instanceof Event.StateFailed) {
            group.hasFailed = true;
            group.error = before == null ? null : before.error;
            group.stopInside(entry.time());
        }
        return group;
    }

    private static boolean isOf(Visit visit, Event event) {
        if (event instanceof Event.IterationStarted started) {
            return visit.name.equals(started.name());
        }
        if (event instanceof Event.IterationSucceeded succeeded) {
            return visit.name.equals(succeeded.name());
        }
        if (event instanceof Event.IterationFailed failed) {
            return visit.name.equals(failed.name());
        }
        if (event instanceof Event.IterationAborted aborted) {
            return visit.name.equals(aborted.name());
        }
        if (event instanceof Event.StateSucceeded succeeded) {
            return visit.kind == succeeded.kind();
        }
        if (event instanceof Event.StateFailed failed) {
            return visit.kind == failed.kind();
        }
        return visit.kind == (event instanceof Event.MapStarted ? StateKind.MAP : StateKind.PARALLEL);
    }

    /** The end of the execution, if the event is one: what failed, and what was still in work. */
    private @Nullable Visit end(HistoryEntry entry, @Nullable Visit before) {
        boolean isFailure = entry.event() instanceof Event.ExecutionFailed;
        if (entry.event() instanceof Event.ExecutionFailed failed && before != null) {
            before.error = failed.error();
            passOn(failed.error(), visitOf.get(origin(entry).id()));
            failUpTo(before, null, entry.time());
        }
        if (isFailure
                || entry.event() instanceof Event.ExecutionAborted
                || entry.event() instanceof Event.ExecutionTimedOut) {
            visits.forEach(visit -> visit.end(Fate.STOPPED, entry.time()));
        }
        return before;
    }

    /** No event within tells the error of a Fail state, or of an expression of JSONPath, that fails what is around it. */
    private static void passOn(@Nullable String error, @Nullable Visit failing) {
        for (Visit visit = failing; visit != null; visit = visit.parent) {
            visit.error = visit.error == null ? error : visit.error;
        }
    }

    private static void failUpTo(@Nullable Visit failing, @Nullable Visit group, Instant at) {
        for (Visit visit = failing; visit != null && visit != group; visit = visit.parent) {
            visit.end(Fate.FAILED, at);
        }
    }

    private static @Nullable Visit outwards(@Nullable Visit from, Predicate<Visit> condition) {
        Visit visit = from;
        while (visit != null && !condition.test(visit)) {
            visit = visit.parent;
        }
        return visit;
    }
}
