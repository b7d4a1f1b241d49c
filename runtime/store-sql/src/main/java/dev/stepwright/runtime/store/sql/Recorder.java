package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.form.EndForm;
import dev.stepwright.runtime.store.form.HeaderForm;
import dev.stepwright.runtime.store.form.RedriveForm;
import dev.stepwright.runtime.store.form.Seal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is written of executions: hands it over to be committed, in the order of each execution. Those that are written to are remembered, with what
 * has been handed over. Its methods are those of {@link dev.stepwright.runtime.store.ExecutionStore} that change something.
 */
final class Recorder {
    private final String place;
    private final Writes writes;
    private final Records records;
    private final DefinitionText.Known definitions = new DefinitionText.Known();
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** What is being created, or looked up for that, until it is stored or known to be there. */
    private final Map<String, CompletableFuture<Void>> starting = new ConcurrentHashMap<>();

    private final AtomicLong lastExecution;

    /**
     * Reads the number of the latest execution.
     *
     * @param place where the store is, for messages
     */
    Recorder(String place, Writes writes, Records records) {
        this.place = place;
        this.writes = writes;
        this.records = records;
        this.lastExecution = new AtomicLong(records.last());
    }

    CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        String arn = header.identity().arn();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> other = starting.putIfAbsent(arn, done);
        if (other != null) {
            return other.thenApply(nothing -> records.find(arn));
        }
        try {
            Optional<StoredExecution> existing = records.find(arn);
            if (existing.isPresent()) {
                starting.remove(arn);
                done.complete(null);
                return CompletableFuture.completedFuture(existing);
            }
            return begin(header, first, done);
        } catch (RuntimeException | Error e) { // somebody else may wait for it as well
            starting.remove(arn);
            done.completeExceptionally(e);
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Optional<StoredExecution>> begin(
            ExecutionHeader header, Batch first, CompletableFuture<Void> done) {
        String arn = header.identity().arn();
        Open mine = new Open(lastExecution.incrementAndGet(), first.sequence());
        Group.NewExecution row = new Group.NewExecution(
                mine.id,
                arn,
                header.identity().machineArn(),
                header.identity().startTime().toEpochMilli(),
                definitions.of(header.definition()),
                HeaderForm.identity(header.identity()),
                Seal.seal(HeaderForm.input(header), mine.id));
        Group.BatchRow batch = row(mine, first);
        open.put(arn, mine);
        writes.writeOrSubmit(new Write(
                group -> {
                    Group.Ended end = ended(mine, first);
                    group.create(row);
                    group.advance(List.of(batch), end);
                },
                () -> forget(arn, mine, first),
                row.input().length + batch.record().length,
                done));
        return done.whenComplete((nothing, failure) -> starting.remove(arn)).thenApply(nothing -> {
            forgetEnded(arn, mine, first);
            return Optional.empty();
        });
    }

    CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open execution = running(executionArn);
        if (execution == null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no execution " + executionArn + " is running in the store in " + place));
        }
        long first = batches.get(0).sequence();
        Batch last = batches.get(batches.size() - 1);
        long next = execution.take(first, last.sequence());
        if (next != first) {
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, first));
        }
        List<Group.BatchRow> rows = rows(execution, batches);
        OptionalInt mark = execution.mark(first - 1);
        writes.writeOrSubmit(new Write(
                group -> {
                    if (mark.isEmpty() || !execution.mark(first - 1).equals(mark)) {
                        throw new IllegalStateException("batch " + first + " of " + executionArn
                                + " is not written, since the one before it could not be");
                    }
                    group.advance(rows, ended(execution, last));
                },
                () -> execution.giveBack(first),
                rows.stream().mapToInt(row -> row.record().length).sum(),
                done));
        return last.end() == null ? done : done.thenRun(() -> forgetEnded(executionArn, execution, last));
    }

    CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open mine = records.open(executionArn, row -> row.end() != null);
        if (mine == null || open.putIfAbsent(executionArn, mine.redriven(redrive.count())) != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no execution " + executionArn + " has ended in the store in " + place));
        }
        long next = mine.take(batch.sequence(), batch.sequence());
        if (next != batch.sequence()) {
            open.remove(executionArn, mine);
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, batch.sequence()));
        }
        Group.BatchRow row;
        Group.Reopened reopened;
        try {
            row = row(mine, batch);
            reopened = new Group.Reopened(
                    mine.id, redrive.time().toEpochMilli(), Seal.seal(RedriveForm.write(redrive), mine.id));
        } catch (RuntimeException | Error e) { // it may be redriven again
            open.remove(executionArn, mine);
            throw e;
        }
        writes.writeOrSubmit(new Write(
                group -> {
                    Group.Ended end = ended(mine, batch);
                    group.reopen(reopened);
                    group.advance(List.of(row), end);
                },
                () -> forget(executionArn, mine, batch),
                row.record().length,
                done));
        return done.thenRun(() -> forgetEnded(executionArn, mine, batch));
    }

    /** It has not begun; what was appended to it meanwhile is not written either. */
    private void forget(String arn, Open execution, Batch first) {
        open.remove(arn, execution);
        execution.giveBack(first.sequence());
    }

    private static Group.BatchRow row(Open execution, Batch batch) {
        long lastEvent = execution.lastEvent(batch);
        byte[] record = Batches.sealed(execution.id, batch, lastEvent);
        return new Group.BatchRow(execution.id, batch.sequence(), lastEvent, record);
    }

    /** Returns the rows of batches that have taken their places; what cannot become a row gives them back. */
    private static List<Group.BatchRow> rows(Open execution, List<Batch> batches) {
        try {
            return batches.stream().map(batch -> row(execution, batch)).toList();
        } catch (RuntimeException | Error e) {
            execution.giveBack(batches.get(0).sequence());
            throw e;
        }
    }

    private static Group.@Nullable Ended ended(Open execution, Batch last) {
        ExecutionEnd end = last.end();
        return end == null ? null : ended(execution, last.sequence(), end);
    }

    private static Group.Ended ended(Open execution, long sequence, ExecutionEnd end) {
        int status = EndForm.number(end.status());
        long moment = end.time().toEpochMilli();
        byte[] ending = Seal.seal(
                EndForm.write(end),
                Executions.placeOfEnd(execution.id, status, moment, sequence, execution.redrives()));
        return new Group.Ended(execution.id, status, moment, sequence, ending);
    }

    private void forgetEnded(String arn, Open execution, Batch batch) {
        if (batch.end() != null) {
            open.remove(arn, execution);
        }
    }

    /** Returns what is needed for appending to an execution; null if none of that ARN is running. */
    private @Nullable Open running(String arn) {
        Open known = open.get(arn);
        if (known != null) {
            return known;
        }
        return open.computeIfAbsent(arn, key -> records.open(key, row -> row.end() == null));
    }

    void keep(String executionArn, Snapshot snapshot) {
        Open execution = open.get(executionArn);
        OptionalInt mark = execution == null ? OptionalInt.empty() : execution.mark(snapshot.sequence());
        if (execution != null && mark.isPresent()) {
            byte[] record = Batches.sealed(execution.id, snapshot);
            Group.SnapshotRow row = new Group.SnapshotRow(execution.id, snapshot.sequence(), record);
            writes.submit(new Write(
                    group -> {
                        // a state after a batch that could not be written never was, even if another has its place by
                        // now
                        if (execution.mark(snapshot.sequence()).equals(mark)) {
                            group.keep(row);
                        }
                    },
                    () -> {},
                    record.length,
                    new CompletableFuture<>()));
        }
    }

    /**
     * Returns the documents beside the executions, after a check of all of them, which are few.
     *
     * @throws dev.stepwright.runtime.binary.UnreadableException if one is damaged
     */
    DocumentStore documents() {
        Documents.check(records.readers());
        return new Documents(writes, records.readers());
    }
}
