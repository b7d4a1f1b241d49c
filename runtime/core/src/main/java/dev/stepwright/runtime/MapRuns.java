package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.engine.MapRunJournal;
import dev.stepwright.runtime.engine.MapRunNames;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The Map Runs of an engine: what distributed Maps have started. An execution keeps no account of them; whoever asks has it decided again on what is
 * stored of it, which takes about as long as it took the engine to decide at first. What has come since the last question is all that is decided on where
 * the same execution is asked for again.
 */
public final class MapRuns {
    private static final int PAGE = 1_000;
    private static final int KNOWN = 1_000;

    private final Host host;

    /** The execution that was asked for last. */
    private @Nullable Told latest;

    /** The executions of Map Runs and of what is in them, by their ARNs. */
    private final Map<String, String> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KNOWN;
        }
    };

    MapRuns(Host host) {
        this.host = host;
    }

    /** An execution as far as it has been decided on again. */
    private static final class Told {
        final ExecutionIdentity identity;
        final ExecutionState state;
        final MapRunJournal journal;

        /** The execution of a Map Run whose events are kept; null for none. */
        final @Nullable String watched;

        final List<HistoryEntry> history = new ArrayList<>();
        long sequence;

        Told(ExecutionState state, @Nullable String watched) {
            this.identity = state.identity();
            this.state = state;
            this.watched = watched;
            this.journal = state.withJournal();
            if (watched != null) {
                state.watch(watched);
            }
        }

        /** Returns whether it is this execution, and none before it that had its name. */
        boolean tells(ExecutionIdentity execution, @Nullable String child) {
            return identity.equals(execution) && (child == null || child.equals(watched));
        }

        void goOn(Batch batch) {
            for (HistoryEntry entry : Rebuilding.decideAgain(state, batch).events()) {
                if (entry.id() == 1) {
                    history.clear(); // an Express execution has been started again
                }
                history.add(entry);
            }
            sequence = batch.sequence();
        }
    }

    /** Returns the Map Runs of an execution, also of one of a Map Run, the oldest first; empty if it has none, or is unknown. */
    public synchronized List<MapRun> of(String executionArn) {
        String around = MapRunNames.isOfChild(executionArn) ? executionOf(executionArn) : executionArn;
        return around == null
                ? List.of()
                : allIn(around).stream()
                        .filter(run -> run.executionArn().equals(executionArn))
                        .toList();
    }

    private List<MapRun> allIn(String executionArn) {
        MapRunJournal journal = journal(executionArn);
        return journal == null ? List.of() : journal.runs(host.now());
    }

    /** Returns a Map Run as it stands. */
    public synchronized Optional<MapRun> find(String mapRunArn) {
        String execution = executionOf(mapRunArn);
        return execution == null ? Optional.empty() : find(execution, mapRunArn);
    }

    private Optional<MapRun> find(String executionArn, String mapRunArn) {
        return allIn(executionArn).stream()
                .filter(run -> run.arn().equals(mapRunArn))
                .findFirst();
    }

    /** Returns the executions of a Map Run that have begun, in the order of their items; empty if there is no such run. */
    public synchronized List<MapRunExecution> executions(String mapRunArn) {
        String execution = executionOf(mapRunArn);
        MapRunJournal journal = execution == null ? null : journal(execution);
        return journal == null ? List.of() : journal.executions(mapRunArn, host.now());
    }

    /** Returns an execution of a Map Run by its own ARN. */
    public synchronized Optional<MapRunExecution> execution(String arn) {
        String execution = MapRunNames.isOfChild(arn) ? executionOf(arn) : null;
        MapRunJournal journal = execution == null ? null : journal(execution);
        return journal == null ? Optional.empty() : journal.execution(arn, host.now());
    }

    /**
     * Returns all events so far of an execution of a Map Run, as of any execution: they begin with id 1. An Express execution that was started
     * again with its Map Run has those of the latest start. Empty if there is no such execution.
     */
    public synchronized List<HistoryEntry> history(String arn) {
        String execution = executionOf(arn);
        Told told = execution == null ? null : told(execution, arn);
        return told == null ? List.of() : List.copyOf(told.history);
    }

    /**
     * Stops an execution of a Map Run. Its items count as failed, and the Map goes on or fails with them.
     *
     * @param error what to tell as its error; null for nothing
     * @param cause what to tell a person; null for nothing
     * @return completes once that is stored; with false if no such execution was running
     * @throws IllegalStateException if an engine before this one has begun it, and what it is in cannot be taken up
     */
    public CompletableFuture<Boolean> stop(String arn, @Nullable String error, @Nullable String cause) {
        MapRunExecution child = execution(arn).orElse(null);
        return Optional.ofNullable(child)
                .filter(one -> one.stopTime() == null)
                .flatMap(one -> new Recovery(host).running(one.executionArn()))
                .map(cell -> cell.ask(now -> new Stimulus.ChildStopped(now, arn, error, cause)))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /**
     * Changes the terms of a Map Run while it runs. When this returns, that is stored.
     *
     * @return false if no such Map Run is running
     * @throws IllegalStateException if an engine before this one has begun it, and what it is in cannot be taken up
     */
    public boolean update(String mapRunArn, MapRunTerms terms) {
        String around = executionAround(mapRunArn);
        ExecutionCell cell =
                around == null ? null : new Recovery(host).running(around).orElse(null);
        if (cell == null) {
            return false;
        }
        CompletableFuture<Boolean> taken = cell.ask(now -> new Stimulus.MapRunUpdated(now, mapRunArn, terms));
        host.await(taken);
        return !taken.isDone() || taken.join();
    }

    /** Returns the execution that a Map Run belongs to; null if no such run is running. */
    private synchronized @Nullable String executionAround(String mapRunArn) {
        return find(mapRunArn).filter(run -> run.stopTime() == null).isPresent() ? executionOf(mapRunArn) : null;
    }

    private @Nullable MapRunJournal journal(String executionArn) {
        Told told = told(executionArn, null);
        return told == null ? null : told.journal;
    }

    /** @param child the execution of a Map Run whose events are wanted; null for none */
    private @Nullable Told told(String executionArn, @Nullable String child) {
        StoredExecution execution = host.store.find(executionArn).orElse(null);
        if (execution == null) {
            return null;
        }
        Told told = latest;
        if (told == null || !told.tells(execution.header().identity(), child)) {
            told = new Told(host.machines.blank(execution.header(), false), child);
        }
        latest = null; // one that fails in the midst of a decision is of no use
        host.store.batches(executionArn, told.sequence).forEach(told::goOn);
        latest = told;
        return told;
    }

    /** Returns the execution that a Map Run, or an execution in one, belongs to: its name tells which it can be. */
    private @Nullable String executionOf(String arn) {
        String there = known.get(arn);
        if (there != null) {
            return there;
        }
        ExecutionSummary.Position after = null;
        List<ExecutionSummary> page;
        do {
            page = host.store.list(
                    new ExecutionQuery(MapRunNames.machineArn(arn), Instant.EPOCH, null, null, after, PAGE));
            for (ExecutionSummary execution : page) {
                String candidate = execution.identity().arn();
                if (MapRunNames.isOf(arn, candidate) && has(candidate, arn)) {
                    known.put(arn, candidate);
                    return candidate;
                }
            }
            after = page.isEmpty() ? null : page.get(page.size() - 1).position();
        } while (page.size() == PAGE);
        return null;
    }

    private boolean has(String executionArn, String arn) {
        MapRunJournal journal = journal(executionArn);
        return journal != null
                && (find(executionArn, arn).isPresent()
                        || journal.execution(arn, host.now()).isPresent());
    }
}
