package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.MapRunNames;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryPages;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Histories of executions. The store in memory is given no events, which are most of what an execution leaves behind: what came from
 * outside is enough to decide on it again when somebody asks. No store is given those of executions of Map Runs.
 */
final class Histories {
    private final Host host;

    /** The one that was asked for last; whoever reads a long history reads it page by page. */
    private volatile @Nullable Made latest;

    private record Made(ExecutionIdentity identity, int batches, List<HistoryEntry> events) {}

    Histories(Host host) {
        this.host = host;
    }

    /** Returns events in their order; {@code afterId} is the last that is not wanted, 0 for the beginning. */
    List<HistoryEntry> after(String arn, long afterId, int most) {
        return isMade(arn) ? HistoryPages.after(made(arn), afterId, most) : host.store.history(arn, afterId, most);
    }

    /** Returns events, the last one first; {@code beforeId} is the first that is not wanted, 0 for the end. */
    List<HistoryEntry> before(String arn, long beforeId, int most) {
        return isMade(arn)
                ? HistoryPages.before(made(arn), beforeId, most)
                : host.store.historyBefore(arn, beforeId, most);
    }

    private boolean isMade(String arn) {
        return host.remakesHistory || MapRunNames.isOfChild(arn);
    }

    private List<HistoryEntry> made(String arn) {
        return MapRunNames.isOfChild(arn) ? host.mapRuns.history(arn) : remade(arn);
    }

    private List<HistoryEntry> remade(String arn) {
        StoredExecution execution = host.store.find(arn).orElse(null);
        if (execution == null) {
            return List.of();
        }
        ExecutionIdentity identity = execution.header().identity();
        List<Batch> batches = host.store.batches(arn);
        Made made = latest;
        if (made == null || !made.identity.equals(identity) || made.batches != batches.size()) {
            made = new Made(identity, batches.size(), decided(execution, batches));
            latest = made;
        }
        return made.events;
    }

    private List<HistoryEntry> decided(StoredExecution execution, List<Batch> batches) {
        ExecutionState state = host.machines.blank(execution.header(), true);
        List<HistoryEntry> events = new ArrayList<>();
        for (Batch batch : batches) {
            events.addAll(Rebuilding.decideAgain(state, batch).events());
        }
        return Collections.unmodifiableList(events);
    }
}
