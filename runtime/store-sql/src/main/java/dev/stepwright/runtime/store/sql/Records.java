package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is read of executions, checked: the methods of {@link dev.stepwright.runtime.store.ExecutionStore} that change nothing. Each call reads what
 * it needs in one go of {@link Readers#read}.
 */
final class Records {
    private final Readers readers;
    private final Executions executions = new Executions();

    Records(Readers readers) {
        this.readers = readers;
    }

    Optional<StoredExecution> find(String executionArn) {
        return readers.read(reader -> executions.find(reader, executionArn));
    }

    List<StoredExecution> findAll(List<String> executionArns) {
        return Reader.some(executionArns).stream()
                .flatMap(some -> readers.read(reader -> executions.findAll(reader, some)).stream())
                .toList();
    }

    List<Batch> batches(String executionArn, long after) {
        return of(executionArn, (reader, row) -> Batches.after(reader, row, after))
                .orElse(List.of());
    }

    Optional<Latest> latest(String executionArn) {
        return of(executionArn, (reader, row) -> new Latest(row.sequence(), Batches.lastEvent(reader, row.id())));
    }

    Resumption resumption(String executionArn) {
        return of(executionArn, Batches::resumption).orElse(new Resumption(null, List.of()));
    }

    Map<String, Resumption> resumptions(List<String> executionArns) {
        Map<String, Resumption> all = new HashMap<>();
        Reader.some(executionArns)
                .forEach(some ->
                        all.putAll(readers.read(reader -> Batches.resumptions(reader, executions.rows(reader, some)))));
        return all;
    }

    List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return of(executionArn, (reader, row) -> Batches.history(reader, row, afterId, most))
                .orElse(List.of());
    }

    List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return of(executionArn, (reader, row) -> Batches.historyBefore(reader, row, beforeId, most))
                .orElse(List.of());
    }

    private <T> Optional<T> of(String arn, BiFunction<Reader, Executions.Row, T> query) {
        return readers.read(reader -> executions.row(reader, arn).map(row -> query.apply(reader, row)));
    }

    Map<ExecutionStatus, Long> count(String machineArn, Instant since) {
        return readers.read(reader -> Executions.count(reader, machineArn, since));
    }

    List<ExecutionSummary> list(ExecutionQuery query) {
        return readers.read(reader -> executions.list(reader, query));
    }

    List<String> running() {
        return readers.read(executions::running);
    }

    /** Returns what is wrong with all that is stored, by its checksums; empty if nothing is. Takes a while for a large store. */
    List<String> damage() {
        return Damage.find(readers, executions);
    }

    /** Returns what appending to an execution needs; null if there is none of that ARN, or it is not as wanted. */
    @Nullable
    Open open(String arn, Predicate<Executions.Row> isWanted) {
        return readers.read(reader -> executions
                .row(reader, arn)
                .filter(isWanted)
                .map(row -> new Open(row.id(), row.sequence())
                        .redriven(row.redrives())
                        .after(Batches.lastEvent(reader, row.id())))
                .orElse(null));
    }

    /** Returns the greatest number that an execution has; 0 if there is none. */
    long last() {
        return readers.read(reader -> reader.one("SELECT coalesce(max(id), 0) FROM execution", rs -> rs.getLong(1))
                .orElse(0L));
    }

    Readers readers() {
        return readers;
    }
}
