package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A store whose executions are rows of a database: what is read and written of them. How it is opened, written to and closed is the database's own. */
public abstract class SqlStore implements DurableStore {
    private final Recorder recorder;
    private final Records records;

    /**
     * Reads the number of the latest execution.
     *
     * @param place where the store is, for messages
     */
    protected SqlStore(String place, Writes writes, Readers readers) {
        this.records = new Records(readers);
        this.recorder = new Recorder(place, writes, records);
    }

    @Override
    public final CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        return recorder.create(header, first);
    }

    @Override
    public final CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        return recorder.append(executionArn, batches);
    }

    @Override
    public final CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        return recorder.reopen(executionArn, redrive, batch);
    }

    @Override
    public final void keep(String executionArn, Snapshot snapshot) {
        recorder.keep(executionArn, snapshot);
    }

    @Override
    public final Optional<StoredExecution> find(String executionArn) {
        return records.find(executionArn);
    }

    @Override
    public final List<StoredExecution> findAll(List<String> executionArns) {
        return records.findAll(executionArns);
    }

    @Override
    public final List<Batch> batches(String executionArn) {
        return records.batches(executionArn, 0);
    }

    @Override
    public final List<Batch> batches(String executionArn, long after) {
        return records.batches(executionArn, after);
    }

    @Override
    public final Optional<Latest> latest(String executionArn) {
        return records.latest(executionArn);
    }

    @Override
    public final Resumption resumption(String executionArn) {
        return records.resumption(executionArn);
    }

    @Override
    public final Map<String, Resumption> resumptions(List<String> executionArns) {
        return records.resumptions(executionArns);
    }

    @Override
    public final List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return records.history(executionArn, afterId, most);
    }

    @Override
    public final List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return records.historyBefore(executionArn, beforeId, most);
    }

    @Override
    public final List<ExecutionSummary> list(ExecutionQuery query) {
        return records.list(query);
    }

    @Override
    public final Map<ExecutionStatus, Long> count(String machineArn, Instant since) {
        return records.count(machineArn, since);
    }

    @Override
    public final List<String> running() {
        return records.running();
    }

    /** {@inheritDoc} Checks all of them, which are few. */
    @Override
    public final DocumentStore documents() {
        return recorder.documents();
    }

    /**
     * Checks every record against its checksum. Takes a while for a large store; meanwhile it can be used.
     *
     * @return what is wrong; empty if nothing is
     */
    public List<String> verify() {
        return records.damage();
    }
}
