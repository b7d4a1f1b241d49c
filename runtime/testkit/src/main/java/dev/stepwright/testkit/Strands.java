package dev.stepwright.testkit;

import dev.stepwright.diagram.course.HistoryReader;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An execution taken apart into its strands, so that another one can be laid beside it whatever the order of what ran at the same time. */
final class Strands {
    private final HistoryReader reader = new HistoryReader();
    private final Map<Long, HistoryEntry> entries = new HashMap<>();
    private final Map<Visit, Stay> stayOf = new HashMap<>();
    private final Strand main = new Strand(null, 0, "");
    private final List<Stay> stays = new ArrayList<>();
    private final List<RecordedTask> tasks = new ArrayList<>();
    private @Nullable Event end;

    static Strands of(List<HistoryEntry> history) {
        Strands strands = new Strands();
        history.forEach(strands::read);
        return strands;
    }

    /** Reads the next event. */
    void read(HistoryEntry entry) {
        entries.put(entry.id(), entry);
        reader.read(entry);
        Event event = entry.event();
        reader.visitOf(entry.id()).ifPresent(visit -> read(entry, visit));
        if (event instanceof Event.ExecutionSucceeded
                || event instanceof Event.ExecutionFailed
                || event instanceof Event.ExecutionAborted
                || event instanceof Event.ExecutionTimedOut) {
            end = event;
        }
    }

    private void read(HistoryEntry entry, Visit visit) {
        Event event = entry.event();
        if (event instanceof Event.StateEntered entered) {
            enter(entry, entered, visit);
            return;
        }
        Stay stay = stayOf.get(visit);
        if (stay == null) {
            return;
        }
        if (event instanceof Event.StateExited exited) {
            stay.exited = exited;
            stay.end = entry.time();
        } else if (event instanceof Event.ParallelStarted) {
            stay.begin();
            stay.rounds++;
        } else if (event instanceof Event.MapStarted map) {
            stay.begin();
            stay.rounds++;
            stay.items = map.length();
        } else if (event instanceof Event.StateFailed) {
            stay.fail(reader.visitOf(entry.previousId())
                    .map(stayOf::get)
                    .map(failing -> failing.error)
                    .orElse(stay.error));
        } else if (event instanceof Event.EvaluationFailed failed) {
            stay.fail(failed.error());
        } else if (event instanceof Event.ExecutionFailed failed) {
            stay.fail(failed.error());
        } else if (isOfTask(event)) {
            stay.add(entry);
            if (event instanceof Event.TaskScheduled) {
                tasks.add(stay.tasks.get(stay.tasks.size() - 1));
            }
        }
    }

    private static boolean isOfTask(Event event) {
        return event instanceof Event.TaskScheduled
                || event instanceof Event.TaskStarted
                || event instanceof Event.TaskSubmitted
                || event instanceof Event.TaskSucceeded
                || event instanceof Event.TaskFailed
                || event instanceof Event.TaskSubmitFailed
                || event instanceof Event.TaskTimedOut;
    }

    private void enter(HistoryEntry entry, Event.StateEntered entered, Visit visit) {
        HistoryEntry cause = entries.get(entry.previousId());
        Stay before = cause != null && cause.event() instanceof Event.StateExited
                ? reader.visitOf(cause.id()).map(stayOf::get).orElse(null)
                : null;
        Stay owner = visit.parent().map(stayOf::get).orElse(null);
        Strand strand = before != null ? before.strand : owner == null ? main : begun(owner, visit, cause, entered);
        Stay stay = new Stay(strand, visit, entered, entry.time());
        strand.stays.add(stay);
        stays.add(stay);
        stayOf.put(visit, stay);
    }

    private static Strand begun(Stay owner, Visit visit, @Nullable HistoryEntry cause, Event.StateEntered entered) {
        String branch = cause != null && cause.event() instanceof Event.IterationStarted iteration
                ? "[" + iteration.index() + "]"
                : entered.name();
        Strand strand = new Strand(owner, visit.round(), branch);
        owner.strands.put(visit.round() + "/" + branch, strand);
        return strand;
    }

    /** Returns the strand of the machine itself. */
    Strand main() {
        return main;
    }

    /** Returns all stays in a state, in the order in which they began. */
    List<Stay> in(String state) {
        return stays.stream().filter(stay -> stay.state.equals(state)).toList();
    }

    /** Returns the names of all states that were entered. */
    Set<String> states() {
        return stays.stream().map(stay -> stay.state).collect(Collectors.toSet());
    }

    /** Returns all tasks in the order in which they were scheduled. */
    List<RecordedTask> tasks() {
        return tasks;
    }

    /** Returns how the execution has ended; empty if it has not. */
    Optional<Event> end() {
        return Optional.ofNullable(end);
    }
}
