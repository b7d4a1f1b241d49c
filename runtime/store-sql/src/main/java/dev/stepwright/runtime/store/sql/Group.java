package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.store.form.Seal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one commit writes, gathered so that few statements do: rows, with their checksums. Belongs to the thread that commits. */
public final class Group {
    /** A batch of an execution. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record BatchRow(long execution, long sequence, long lastEvent, byte[] record) {}

    /** The state of an execution after a batch. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record SnapshotRow(long execution, long sequence, byte[] record) {}

    /**
     * How far an execution has come.
     *
     * @param before the sequence that the database must have; 0 if it is to have none
     */
    public record RunningRow(long execution, long before, long sequence) {
        /** A row that lost or changed a bit does not have it. */
        public int seal() {
            return seal(execution, sequence);
        }

        static int seal(long execution, long sequence) {
            return Seal.of(execution, sequence);
        }
    }

    /**
     * An execution that is noted.
     *
     * @param moment in milliseconds since 1970
     * @param identity without its checksum
     */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record NewExecution(
            long id,
            String arn,
            String machineArn,
            long moment,
            DefinitionText definition,
            byte[] identity,
            byte[] input) {
        /** Returns the identity as it is stored, sealed to the numbers of what the execution shares with others. */
        public byte[] identity(long machineId, long definitionId) {
            return Seal.seal(identity, id, machineId, definitionId);
        }
    }

    /** An execution that ends; its moment in milliseconds since 1970. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record Ended(long execution, int status, long moment, long sequence, byte[] ending) {}

    /** An execution that had ended and goes on; its moment in milliseconds since 1970. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record Reopened(long execution, long moment, byte[] redrive) {}

    /** Where a document is. */
    public record DocumentKey(String collection, String key) {}

    private final List<NewExecution> executions = new ArrayList<>();
    private final List<BatchRow> batches = new ArrayList<>();
    private final List<Reopened> reopened = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final Map<Long, SnapshotRow> snapshots = new LinkedHashMap<>();
    private final Map<Long, RunningRow> running = new LinkedHashMap<>();
    private final Map<Long, RunningRow> notRunning = new LinkedHashMap<>();
    private final Map<DocumentKey, byte @Nullable []> documents = new LinkedHashMap<>();
    private final Set<Long> begun = new HashSet<>();

    void create(NewExecution execution) {
        executions.add(execution);
        begun.add(execution.id);
    }

    void reopen(Reopened execution) {
        reopened.add(execution);
        begun.add(execution.execution);
    }

    /**
     * Adds batches of an execution.
     *
     * @param end how it ends with the last of them, or null
     */
    void advance(List<BatchRow> rows, @Nullable Ended end) {
        batches.addAll(rows);
        BatchRow last = rows.get(rows.size() - 1);
        long execution = last.execution;
        RunningRow known = running.remove(execution);
        long before = known != null ? known.before : begun.contains(execution) ? 0 : rows.get(0).sequence - 1;
        RunningRow row = new RunningRow(execution, before, last.sequence);
        if (end == null) {
            running.put(execution, row);
            return;
        }
        ended.add(end);
        snapshots.remove(execution);
        if (before > 0) {
            notRunning.put(execution, row);
        }
    }

    void keep(SnapshotRow snapshot) {
        snapshots.put(snapshot.execution, snapshot);
    }

    void document(DocumentKey key, byte @Nullable [] record) {
        documents.put(key, record);
    }

    public List<NewExecution> executions() {
        return Collections.unmodifiableList(executions);
    }

    public List<BatchRow> batches() {
        return Collections.unmodifiableList(batches);
    }

    public List<Reopened> reopened() {
        return Collections.unmodifiableList(reopened);
    }

    public List<Ended> ended() {
        return Collections.unmodifiableList(ended);
    }

    public Collection<SnapshotRow> snapshots() {
        return Collections.unmodifiableCollection(snapshots.values());
    }

    /** Returns those that go on after their latest batch here. */
    public Collection<RunningRow> running() {
        return Collections.unmodifiableCollection(running.values());
    }

    /** Returns those that end, by the sequence that they had; one that begins here and ends here is not among them. */
    public Collection<RunningRow> notRunning() {
        return Collections.unmodifiableCollection(notRunning.values());
    }

    /** Returns all that the database must have up to a batch. */
    public List<RunningRow> advanced() {
        return Stream.concat(running.values().stream(), notRunning.values().stream())
                .filter(row -> row.before > 0)
                .toList();
    }

    /** Returns the record of each document, or null if it is to be forgotten: the latest of several. */
    public Map<DocumentKey, byte @Nullable []> documents() {
        return Collections.unmodifiableMap(documents);
    }
}
