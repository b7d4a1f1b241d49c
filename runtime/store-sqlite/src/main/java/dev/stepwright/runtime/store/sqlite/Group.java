package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Executions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one commit writes, gathered so that few statements do. */
final class Group {
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record BatchRow(long execution, long sequence, long lastEvent, byte[] record) {}

    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record SnapshotRow(long execution, long sequence, byte[] record) {}

    record RunningRow(long execution, long sequence) {
        /** A row that lost or changed a bit does not have it. */
        int seal() {
            return Executions.sealOfRunning(execution, sequence);
        }
    }

    final List<NewExecution> executions = new ArrayList<>();
    final List<BatchRow> batches = new ArrayList<>();
    final Map<Long, RunningRow> running = new LinkedHashMap<>();
    final Map<Long, SnapshotRow> snapshots = new LinkedHashMap<>();
    final List<Reopened> reopened = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();

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

    /** A document that is kept, or forgotten. */
    record Document(String collection, String key, @Nullable String text) {}

    void end(Ended end) {
        running.remove(end.execution);
        snapshots.remove(end.execution);
        ended.add(end);
    }
}
