package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.form.BatchForm;
import dev.stepwright.runtime.store.form.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reading side of batches and snapshots. */
final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    /** So many batches are read for a page of events at a time. */
    private static final int SOME = 64;

    private static final String COLUMNS = "SELECT execution, sequence, last_event, record FROM batch";

    private Batches() {}

    /** Returns a batch as it is stored: with its checksum. */
    static byte[] sealed(long execution, Batch batch, long lastEvent) {
        return Seal.seal(BatchForm.write(batch), execution, batch.sequence(), lastEvent);
    }

    /** Returns a snapshot as it is stored: with its checksum. */
    static byte[] sealed(long execution, Snapshot snapshot) {
        byte[] record = new BinaryWriter()
                .instant(snapshot.time())
                .octets(snapshot.state())
                .toByteArray();
        return Seal.seal(record, execution, snapshot.sequence());
    }

    /** Returns the batches of an execution that come after one, up to its latest. */
    static List<Batch> after(Reader reader, Executions.Row row, long sequence) {
        return complete(
                row,
                sequence + 1,
                row.sequence(),
                reader.all(
                        COLUMNS + " WHERE execution = ? AND sequence > ? AND sequence <= ? ORDER BY sequence",
                        rs -> batch(row, rs),
                        row.id(),
                        sequence,
                        row.sequence()));
    }

    private static Batch batch(Executions.Row row, ResultSet rs) throws SQLException {
        long sequence = rs.getLong("sequence");
        String what = "batch " + sequence + " of " + row.identity().arn();
        if (rs.getLong("execution") != row.id()) {
            throw new UnreadableException(what + " is damaged: it is filed under another execution");
        }
        byte[] record = Seal.open(rs.getBytes("record"), what, row.id(), sequence, rs.getLong("last_event"));
        return BatchForm.read(sequence, record);
    }

    private static List<Batch> complete(Executions.Row row, long first, long last, List<Batch> batches) {
        long next = first;
        for (Batch batch : batches) {
            if (batch.sequence() != next++) {
                break;
            }
        }
        if (next != last + 1 || batches.size() != last + 1 - first) {
            throw new UnreadableException("of the batches " + first + " to " + last + " of "
                    + row.identity().arn() + " only " + batches.size() + " are there: the store is damaged");
        }
        return batches;
    }

    /** Returns what is needed to make the state of an execution anew. */
    static Resumption resumption(Reader reader, Executions.Row row) {
        Optional<Snapshot> snapshot = snapshot(reader, row);
        long from = snapshot.map(Snapshot::sequence).orElse(0L);
        return new Resumption(snapshot.orElse(null), after(reader, row, from));
    }

    /** Returns, by their ARNs, what is needed to make the states of executions anew. */
    static Map<String, Resumption> resumptions(Reader reader, List<Executions.Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, Executions.Row> byId =
                rows.stream().collect(Collectors.toMap(Executions.Row::id, Function.identity()));
        List<Long> ids = rows.stream().map(Executions.Row::id).toList();
        Map<Long, Snapshot> snapshots = new HashMap<>();
        reader.ofSome(
                "SELECT execution, sequence, record FROM snapshot WHERE execution IN (%s)",
                rs -> snapshots.put(rs.getLong(1), snapshot(row(byId, rs.getLong(1)), rs.getLong(2), rs.getBytes(3))),
                ids);
        Map<Long, List<Batch>> batches = new HashMap<>();
        reader.ofSome(
                COLUMNS + " b WHERE execution IN (%s) AND sequence > coalesce((SELECT s.sequence FROM snapshot s"
                        + " WHERE s.execution = b.execution), 0) ORDER BY execution, sequence",
                rs -> batches.computeIfAbsent(rs.getLong("execution"), id -> new ArrayList<>())
                        .add(batch(row(byId, rs.getLong("execution")), rs)),
                ids);
        Map<String, Resumption> all = new HashMap<>();
        for (Executions.Row row : rows) {
            Snapshot snapshot = snapshots.get(row.id());
            long from = snapshot == null ? 0 : snapshot.sequence();
            List<Batch> after = batches.getOrDefault(row.id(), List.of());
            all.put(row.identity().arn(), new Resumption(snapshot, complete(row, from + 1, row.sequence(), after)));
        }
        return all;
    }

    private static Executions.Row row(Map<Long, Executions.Row> byId, long id) {
        Executions.Row row = byId.get(id);
        if (row == null) {
            throw new UnreadableException("a record of execution " + id + " is filed under another execution");
        }
        return row;
    }

    /** A snapshot that cannot be read is no loss: the state is made anew from all batches. */
    private static Optional<Snapshot> snapshot(Reader reader, Executions.Row row) {
        try {
            return reader.one(
                            "SELECT sequence, record FROM snapshot WHERE execution = ?",
                            rs -> snapshot(row, rs.getLong(1), rs.getBytes(2)),
                            row.id())
                    .filter(snapshot -> snapshot.sequence() <= row.sequence());
        } catch (UnreadableException e) {
            LOG.warn(
                    "the kept state of {} is not used; it is made anew from the records",
                    row.identity().arn(),
                    e);
            return Optional.empty();
        }
    }

    private static Snapshot snapshot(Executions.Row row, long sequence, byte[] record) {
        BinaryReader in = new BinaryReader(
                Seal.open(record, "the state of " + row.identity().arn(), row.id(), sequence));
        return new Snapshot(sequence, in.instant(), in.octets());
    }

    /** Returns the events after one, in their order. */
    static List<HistoryEntry> history(Reader reader, Executions.Row row, long afterId, int most) {
        List<HistoryEntry> page = new ArrayList<>();
        long next = afterId <= 0 ? 1 : firstAfter(reader, row, afterId);
        while (page.size() < most && next <= row.sequence()) {
            long last = Math.min(row.sequence(), next + SOME - 1);
            for (Batch batch : some(reader, row, next, last)) {
                batch.events().stream().filter(event -> event.id() > afterId).forEach(page::add);
            }
            next = last + 1;
        }
        return page.size() > most ? new ArrayList<>(page.subList(0, most)) : page;
    }

    /** Returns the events before one, the last first. */
    static List<HistoryEntry> historyBefore(Reader reader, Executions.Row row, long beforeId, int most) {
        List<HistoryEntry> page = new ArrayList<>();
        long end = beforeId <= 0 ? Long.MAX_VALUE : beforeId;
        long last = beforeId <= 0 ? row.sequence() : Math.min(row.sequence(), firstAfter(reader, row, beforeId - 1));
        while (page.size() < most && last >= 1) {
            long first = Math.max(1, last - SOME + 1);
            List<Batch> some = new ArrayList<>(some(reader, row, first, last));
            Collections.reverse(some);
            for (Batch batch : some) {
                for (int i = batch.events().size() - 1; i >= 0; i--) {
                    if (batch.events().get(i).id() < end) {
                        page.add(batch.events().get(i));
                    }
                }
            }
            last = first - 1;
        }
        return page.size() > most ? new ArrayList<>(page.subList(0, most)) : page;
    }

    private static List<Batch> some(Reader reader, Executions.Row row, long first, long last) {
        return complete(
                row,
                first,
                last,
                reader.all(
                        COLUMNS + " WHERE execution = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
                        rs -> batch(row, rs),
                        row.id(),
                        first,
                        last));
    }

    /** Returns the sequence of the first batch with a later event; one more than the latest if there is none. Halves what is left. */
    private static long firstAfter(Reader reader, Executions.Row row, long eventId) {
        long low = 1;
        long high = row.sequence() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (lastEvent(reader, row, middle) > eventId) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long lastEvent(Reader reader, Executions.Row row, long sequence) {
        return reader.one(
                        "SELECT last_event FROM batch WHERE execution = ? AND sequence = ?",
                        rs -> rs.getLong(1),
                        row.id(),
                        sequence)
                .orElseThrow(() -> new UnreadableException(
                        "batch " + sequence + " of " + row.identity().arn() + " is missing: the store is damaged"));
    }

    /** Returns the id of the last event of an execution; 0 if there is none. */
    static long lastEvent(Reader reader, long execution) {
        return reader.one(
                        "SELECT last_event FROM batch WHERE execution = ? ORDER BY sequence DESC LIMIT 1",
                        rs -> rs.getLong(1),
                        execution)
                .orElse(0L);
    }
}
