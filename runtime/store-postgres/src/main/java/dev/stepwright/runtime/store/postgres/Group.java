package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Executions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one commit writes, gathered so that one statement for each table does. */
final class Group {
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record BatchRow(long execution, long sequence, long lastEvent, byte[] record) {}

    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record SnapshotRow(long execution, long sequence, byte[] record) {}

    /**
     * How far an execution has come.
     *
     * @param before the sequence that the database must have; 0 if it is to have none
     */
    record RunningRow(long execution, long before, long sequence) {
        /** A row that lost or changed a bit does not have it. */
        int seal() {
            return Executions.sealOfRunning(execution, sequence);
        }
    }

    /** An execution that is noted. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record NewExecution(
            long id,
            String arn,
            String machineArn,
            long moment,
            DefinitionText definition,
            byte[] identity,
            byte[] input) {}

    /** An execution that ends. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record Ended(long execution, int status, long moment, long sequence, byte[] ending, int redrives) {
        long[] place() {
            return Executions.placeOfEnd(execution, status, moment, sequence, redrives);
        }
    }

    /** An execution that had ended and goes on. */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record Reopened(long execution, long moment, byte[] redrive) {}

    /** Where a document is. */
    record DocumentKey(String collection, String key) {}

    final List<NewExecution> executions = new ArrayList<>();
    final List<BatchRow> batches = new ArrayList<>();
    final List<Reopened> reopened = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final Map<Long, SnapshotRow> snapshots = new LinkedHashMap<>();

    /** Those that go on, and those that end by the sequence that they had; those that begin here and end here are not among them. */
    final Map<Long, RunningRow> running = new LinkedHashMap<>();

    final Map<Long, RunningRow> notRunning = new LinkedHashMap<>();

    /** The text of each, or null if it is forgotten: the latest of several. */
    final Map<DocumentKey, @Nullable String> documents = new LinkedHashMap<>();

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
}
