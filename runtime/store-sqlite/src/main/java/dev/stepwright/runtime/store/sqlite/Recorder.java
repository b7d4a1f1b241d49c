package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.form.EndForm;
import dev.stepwright.runtime.store.form.HeaderForm;
import dev.stepwright.runtime.store.form.RedriveForm;
import dev.stepwright.runtime.store.sql.Batches;
import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Executions;
import dev.stepwright.runtime.store.sql.Reader;
import dev.stepwright.runtime.store.sql.Readers;
import java.nio.file.Path;
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
 * What is written of executions: hands it to the writer, in the order of each execution. Those that are written to are remembered, with what has been
 * handed over.
 */
final class Recorder {
    private final Path folder;
    private final Writer writer;
    private final Readers readers;
    private final Executions executions;
    private final DefinitionText.Known definitions = new DefinitionText.Known();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong lastExecution;

    /**
     * @param folder where the store is, for messages
     * @param lastExecution the greatest number that an execution has
     */
    Recorder(Path folder, Writer writer, Readers readers, Executions executions, long lastExecution) {
        this.folder = folder;
        this.writer = writer;
        this.readers = readers;
        this.executions = executions;
        this.lastExecution = new AtomicLong(lastExecution);
    }

    CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        String arn = header.identity().arn();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open mine = new Open(lastExecution.incrementAndGet(), first.sequence(), done);
        Open there = open.putIfAbsent(arn, mine);
        if (there != null) {
            return there.created.thenApply(created -> find(arn));
        }
        Optional<StoredExecution> existing = find(arn);
        if (existing.isPresent()) {
            open.remove(arn, mine);
            return CompletableFuture.completedFuture(existing);
        }
        Group.NewExecution row = new Group.NewExecution(
                mine.id,
                arn,
                header.identity().machineArn(),
                header.identity().startTime().toEpochMilli(),
                definitions.of(header.definition()),
                HeaderForm.identity(header.identity()),
                HeaderForm.input(header));
        Group.BatchRow batch = row(mine, first);
        writer.writeOrSubmit(new Write(
                group -> {
                    group.executions.add(row);
                    add(group, mine, List.of(batch), first);
                },
                () -> open.remove(arn, mine),
                row.input().length + batch.record().length,
                done));
        return done.thenApply(nothing -> {
            forgetEnded(arn, mine, first);
            return Optional.empty();
        });
    }

    CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open execution = running(executionArn);
        if (execution == null) {
            return CompletableFuture.failedFuture(new IllegalStateException(
                    "no execution " + executionArn + " is running in the store in " + folder));
        }
        long first = batches.get(0).sequence();
        Batch last = batches.get(batches.size() - 1);
        long next = execution.take(first, last.sequence());
        if (next != first) {
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, first));
        }
        List<Group.BatchRow> rows =
                batches.stream().map(batch -> row(execution, batch)).toList();
        writer.writeOrSubmit(new Write(
                group -> add(group, execution, rows, last),
                () -> execution.giveBack(first),
                rows.stream().mapToInt(row -> row.record().length).sum(),
                done));
        return last.end() == null ? done : done.thenRun(() -> forgetEnded(executionArn, execution, last));
    }

    CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open mine = readers.read(reader -> executions
                .row(reader, executionArn)
                .filter(row -> row.end() != null)
                .map(row -> open(reader, row, done).redriven(redrive.count()))
                .orElse(null));
        if (mine == null || open.putIfAbsent(executionArn, mine) != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no execution " + executionArn + " has ended in the store in " + folder));
        }
        long next = mine.take(batch.sequence(), batch.sequence());
        if (next != batch.sequence()) {
            open.remove(executionArn, mine);
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, batch.sequence()));
        }
        Group.BatchRow row = row(mine, batch);
        Group.Reopened reopened =
                new Group.Reopened(mine.id, redrive.time().toEpochMilli(), RedriveForm.write(redrive));
        writer.writeOrSubmit(new Write(
                group -> {
                    group.reopened.add(reopened);
                    add(group, mine, List.of(row), batch);
                },
                () -> open.remove(executionArn, mine),
                row.record().length,
                done));
        return done.thenRun(() -> forgetEnded(executionArn, mine, batch));
    }

    private static Open open(Reader reader, Executions.Row row, CompletableFuture<Void> created) {
        Redrive redrive = row.redrive();
        return new Open(row.id(), row.sequence(), created)
                .redriven(redrive == null ? 0 : redrive.count())
                .after(Batches.lastEvent(reader, row.id()));
    }

    private static Group.BatchRow row(Open execution, Batch batch) {
        long lastEvent = execution.lastEvent(batch);
        byte[] record = Batches.sealed(execution.id, batch, lastEvent);
        return new Group.BatchRow(execution.id, batch.sequence(), lastEvent, record);
    }

    private static void add(Group group, Open execution, List<Group.BatchRow> rows, Batch last) {
        group.batches.addAll(rows);
        Group.BatchRow row = rows.get(rows.size() - 1);
        ExecutionEnd end = last.end();
        if (end == null) {
            group.running.put(row.execution(), new Group.RunningRow(row.execution(), row.sequence()));
        } else {
            group.end(new Group.Ended(
                    row.execution(),
                    EndForm.number(end.status()),
                    end.time().toEpochMilli(),
                    row.sequence(),
                    EndForm.write(end),
                    execution.redrives()));
        }
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
        return open.computeIfAbsent(
                arn,
                key -> readers.read(reader -> executions
                        .row(reader, key)
                        .filter(row -> row.end() == null)
                        .map(row -> open(reader, row, CompletableFuture.completedFuture(null)))
                        .orElse(null)));
    }

    void keep(String executionArn, Snapshot snapshot) {
        Open execution = open.get(executionArn);
        OptionalInt mark = execution == null ? OptionalInt.empty() : execution.mark(snapshot.sequence());
        if (execution != null && mark.isPresent()) {
            byte[] record = Batches.sealed(execution.id, snapshot);
            Group.SnapshotRow row = new Group.SnapshotRow(execution.id, snapshot.sequence(), record);
            writer.submit(new Write(
                    group -> {
                        // a state after a batch that could not be written never was, even if another has its place by
                        // now
                        if (execution.mark(snapshot.sequence()).equals(mark)) {
                            group.snapshots.put(execution.id, row);
                        }
                    },
                    () -> {},
                    record.length,
                    new CompletableFuture<>()));
        }
    }

    private Optional<StoredExecution> find(String arn) {
        return readers.read(reader -> executions.find(reader, arn));
    }
}
