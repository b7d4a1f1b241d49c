package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the state of an execution anew from what a store has kept of it. */
final class Rebuilding {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private Rebuilding() {}

    /**
     * A state that has been made anew.
     *
     * @param sequence of its latest batch; 0 if there is none
     * @param last when that was; null if there is none
     */
    record Result(
            ExecutionState state, long sequence, @Nullable Instant last) {}

    /**
     * Decides again on what came after the snapshot, or on everything.
     *
     * @param blank the execution before its first stimulus
     * @param hasEvents whether the store was given events
     * @param all gives all batches, for a snapshot that cannot be used: another version has written it
     * @throws IllegalStateException if what is decided now is not what was decided then
     */
    static Result of(ExecutionState blank, Resumption stored, boolean hasEvents, Supplier<List<Batch>> all) {
        Snapshot snapshot = stored.snapshot();
        if (snapshot == null) {
            return of(new Result(blank, 0, null), stored.batches(), hasEvents);
        }
        ExecutionState state;
        try {
            state = blank.restored(snapshot.state());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the kept state of {} is not used; it is made anew from the records",
                    blank.identity().arn(),
                    e);
            return of(new Result(blank, 0, null), all.get(), hasEvents);
        }
        return of(new Result(state, snapshot.sequence(), snapshot.time()), stored.batches(), hasEvents);
    }

    private static Result of(Result from, List<Batch> batches, boolean hasEvents) {
        Result result = from;
        for (Batch batch : batches) {
            List<HistoryEntry> events = decideAgain(from.state, batch).events();
            check(from.state, batch, hasEvents ? events : List.of());
            result = new Result(from.state, batch.sequence(), batch.stimulus().now());
        }
        return result;
    }

    /** Decides on a batch as it was decided when it was written. */
    static Decision decideAgain(ExecutionState state, Batch batch) {
        ExecutionEnd end = batch.end();
        return Decider.decideAgain(
                state,
                batch.stimulus(),
                end == null ? null : end.error(),
                end == null ? null : end.cause(),
                batch.refusals());
    }

    private static void check(ExecutionState state, Batch batch, List<HistoryEntry> now) {
        List<HistoryEntry> then = batch.events();
        boolean isSame = then.size() == now.size() && batch.end() == null == state.isRunning();
        for (int i = 0; isSame && i < then.size(); i++) {
            isSame = then.get(i).id() == now.get(i).id()
                    && then.get(i).event().getClass() == now.get(i).event().getClass();
        }
        if (!isSame) {
            throw new IllegalStateException(
                    "batch " + batch.sequence() + " of "
                            + state.identity().arn() + " holds " + then.size() + " events, but deciding on its "
                            + batch.stimulus().getClass().getSimpleName() + " again gives different ones (" + now.size()
                            + "); it was written by an engine that decides otherwise: let that version finish the execution, or stop it here");
        }
    }
}
