package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of a decision. Each has its number, also one that nobody keeps; a history that is full ends its execution. */
final class Events {
    private final Activation activation;
    private List<HistoryEntry> kept = List.of();

    Events(Activation activation) {
        this.activation = activation;
    }

    void begin() {
        kept = activation.state.tellsEvents() ? new ArrayList<>() : List.of();
    }

    List<HistoryEntry> kept() {
        return kept;
    }

    /** Records an event that follows from the frame's last one, and makes it the frame's last. */
    void record(Frame frame, Event event) {
        frame.lastEvent = record(frame.lineage, frame.lastEvent, event);
    }

    /** Records an event and returns its id. */
    long record(Lineage lineage, long previous, Event event) {
        long id = number(lineage, event);
        if (lineage.keepsEvents) {
            kept.add(new HistoryEntry(id, previous, activation.now, event));
        }
        return id;
    }

    /** Counts an event of a frame that nobody will see. */
    void count(Frame frame) {
        frame.lastEvent = number(frame.lineage, null);
    }

    private long number(Lineage lineage, @Nullable Event event) {
        long id = ++lineage.lastEvent;
        if (id >= lineage.mostEvents && !isLast(event)) {
            lineage.lastEvent = id - 1;
            full(lineage);
            throw new ExecutionOver();
        }
        return id;
    }

    private static boolean isLast(@Nullable Event event) {
        return event instanceof Event.ExecutionFailed
                || event instanceof Event.ExecutionSucceeded
                || event instanceof Event.ExecutionAborted
                || event instanceof Event.ExecutionTimedOut;
    }

    private void full(Lineage lineage) {
        ExecutionState state = activation.state;
        ExecutionError full = ExecutionError.of(
                ExecutionError.RUNTIME,
                "The execution reached the maximum number of history events (" + lineage.mostEvents + ").");
        if (lineage == state.lineage) {
            activation.completing.fail(lineage.lastEvent, full);
            return;
        }
        Frame child = Objects.requireNonNull(
                OpenFrames.find(state.root, frame -> frame.lineage == lineage && frame.isExecution()),
                "an execution of a Map Run is open as long as something happens in it");
        child.lastEvent = lineage.lastEvent;
        activation.executions.full(child, full);
    }
}
