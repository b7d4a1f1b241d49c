package dev.stepwright.runtime.store.sql;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.form.EndForm;
import dev.stepwright.runtime.store.form.HeaderForm;
import dev.stepwright.runtime.store.form.RedriveForm;
import dev.stepwright.runtime.store.form.Seal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reading side of executions, without their batches. */
final class Executions {
    private static final int MOST_DEFINITIONS = 1_000;
    private static final String COLUMNS = "SELECT e.id, e.arn, e.machine, e.status, e.moment, e.definition, e.sequence,"
            + " e.identity, e.ending, r.sequence AS running_sequence, r.seal, d.record AS redrive";
    private static final String FROM = " FROM execution e LEFT JOIN running r ON r.execution = e.id"
            + " LEFT JOIN redrive d ON d.execution = e.id WHERE ";
    private static final String STATUSES = Stream.of(ExecutionStatus.values())
            .map(status -> String.valueOf(EndForm.number(status)))
            .collect(Collectors.joining(", "));
    private static final String IS_SEEN = "e.status <> " + Retention.REMOVING;

    private final Map<Long, StateMachineDefinition> definitions = new ConcurrentHashMap<>();

    /**
     * A row, checked.
     *
     * @param sequence of its latest batch; 0 if there is none
     */
    record Row(
            long id,
            long definition,
            long sequence,
            long moment,
            ExecutionIdentity identity,
            @Nullable ExecutionEnd end,
            @Nullable Redrive redrive) {
        ExecutionStatus status() {
            return end == null ? ExecutionStatus.RUNNING : end.status();
        }

        /** Returns how often it has been redriven. */
        int redrives() {
            return redrive == null ? 0 : redrive.count();
        }

        ExecutionSummary summary() {
            return new ExecutionSummary(
                    new ExecutionSummary.Position(moment, id),
                    identity,
                    status(),
                    end == null ? null : end.time(),
                    redrive);
        }
    }

    /** Returns the row of an execution; empty if it is unknown. */
    Optional<Row> row(Reader reader, String arn) {
        return reader.one(COLUMNS + FROM + "e.arn = ? AND " + IS_SEEN, Executions::row, arn);
    }

    Optional<StoredExecution> find(Reader reader, String arn) {
        return reader.one(COLUMNS + ", e.input" + FROM + "e.arn = ? AND " + IS_SEEN, rs -> stored(reader, rs), arn);
    }

    /** Returns the rows of those that are known. */
    List<Row> rows(Reader reader, List<String> arns) {
        return reader.ofSome(COLUMNS + FROM + "e.arn IN (%s) AND " + IS_SEEN, Executions::row, arns);
    }

    /** Returns those that are known. */
    List<StoredExecution> findAll(Reader reader, List<String> arns) {
        return reader.ofSome(
                COLUMNS + ", e.input" + FROM + "e.arn IN (%s) AND " + IS_SEEN, rs -> stored(reader, rs), arns);
    }

    private StoredExecution stored(Reader reader, ResultSet rs) throws SQLException {
        Row row = row(rs);
        byte[] input = Seal.open(rs.getBytes("input"), "the input of " + row.identity.arn(), row.id);
        ExecutionHeader header = HeaderForm.header(row.identity, definition(reader, row.definition), input);
        return new StoredExecution(header, row.end, row.redrive);
    }

    private static Row row(ResultSet rs) throws SQLException {
        long id = rs.getLong("id");
        String arn = String.valueOf(rs.getString("arn"));
        long definition = rs.getLong("definition");
        ExecutionIdentity identity = HeaderForm.identity(Seal.open(
                rs.getBytes("identity"), "execution " + id + " (" + arn + ")", id, rs.getLong("machine"), definition));
        long status = rs.getLong("status");
        long moment = rs.getLong("moment");
        long running = rs.getLong("running_sequence");
        boolean isRunning = !rs.wasNull();
        byte[] redriven = rs.getBytes("redrive");
        Redrive redrive = redriven == null ? null : RedriveForm.read(Seal.open(redriven, "the redrive of " + arn, id));
        check(identity.arn().equals(arn), arn, "its name is " + identity.arn());
        check(
                isRunning == (status == 0),
                arn,
                "its status is " + status + ", but it is " + (isRunning ? "" : "not ") + "running");
        if (isRunning) {
            Instant begun = redrive == null ? identity.startTime() : redrive.time();
            check(moment == begun.toEpochMilli(), arn, "it has run since " + begun);
            check(rs.getInt("seal") == Group.RunningRow.seal(id, running), arn, "its number of batches is wrong");
            return new Row(id, definition, running, moment, identity, null, redrive);
        }
        long sequence = rs.getLong("sequence");
        byte[] ending = rs.getBytes("ending");
        check(ending != null, arn, "it has ended, but not how");
        int redrives = redrive == null ? 0 : redrive.count();
        ExecutionEnd end = EndForm.read(
                Seal.open(ending, "the end of " + arn, placeOfEnd(id, status, moment, sequence, redrives)));
        return new Row(id, definition, sequence, moment, identity, end, redrive);
    }

    /** With an end it is sealed to what it belongs to; how often an execution was redriven, where it was. */
    static long[] placeOfEnd(long id, long status, long moment, long sequence, int redrives) {
        return redrives == 0
                ? new long[] {id, status, moment, sequence}
                : new long[] {id, status, moment, sequence, redrives};
    }

    private static void check(boolean isRight, String arn, String problem) {
        if (!isRight) {
            throw new UnreadableException("execution " + arn + " is damaged: " + problem);
        }
    }

    private StateMachineDefinition definition(Reader reader, long id) {
        StateMachineDefinition known = definitions.get(id);
        if (known != null) {
            return known;
        }
        StateMachineDefinition read = reader.one(
                        "SELECT hash, text FROM definition WHERE id = ?",
                        rs -> definition(id, rs.getBytes(1), rs.getBytes(2)),
                        id)
                .orElseThrow(() -> new UnreadableException("definition " + id + " is missing: the store is damaged"));
        if (definitions.size() > MOST_DEFINITIONS) {
            definitions.clear();
        }
        StateMachineDefinition before = definitions.putIfAbsent(id, read);
        return before == null ? read : before;
    }

    private static StateMachineDefinition definition(long id, byte[] hash, byte[] text) {
        if (text == null || !Arrays.equals(DefinitionText.hash(text), hash)) {
            throw new UnreadableException("definition " + id + " is damaged: its text does not have its hash");
        }
        return HeaderForm.definition(new String(text, StandardCharsets.UTF_8));
    }

    /** Returns the ARNs of those that have not ended, the oldest first. */
    List<String> running(Reader reader) {
        return reader.all(
                "SELECT r.execution, e.arn FROM running r LEFT JOIN execution e ON e.id = r.execution ORDER BY r.execution",
                rs -> {
                    String arn = rs.getString(2);
                    if (arn == null) {
                        throw new UnreadableException(
                                "execution " + rs.getLong(1) + " is running, but is missing: the store is damaged");
                    }
                    return arn;
                });
    }

    /** Each status has its own order in the index; the newest of them all come first. */
    List<ExecutionSummary> list(Reader reader, ExecutionQuery query) {
        Optional<Long> machine =
                reader.one("SELECT id FROM machine WHERE arn = ?", rs -> rs.getLong(1), query.machineArn());
        if (machine.isEmpty()) {
            return List.of();
        }
        Stream<ExecutionStatus> statuses =
                query.status() == null ? Stream.of(ExecutionStatus.values()) : Stream.of(query.status());
        return statuses.flatMap(status -> list(reader, machine.get(), status, query).stream())
                .sorted(Comparator.comparing(ExecutionSummary::position).reversed())
                .limit(query.most())
                .toList();
    }

    private static List<ExecutionSummary> list(
            Reader reader, long machine, ExecutionStatus status, ExecutionQuery query) {
        List<ExecutionSummary> found = new ArrayList<>();
        ExecutionSummary.Position after = query.after();
        while (found.size() < query.most()) {
            List<ExecutionSummary> some = page(reader, machine, status, query.most(), after);
            some.stream().filter(item -> query.matches(item)).forEach(found::add);
            if (some.size() < query.most()) {
                break;
            }
            after = some.get(some.size() - 1).position();
        }
        return found;
    }

    /** Counts entries of the index; the tables are not read. */
    static Map<ExecutionStatus, Long> count(Reader reader, String machineArn, Instant since) {
        Map<ExecutionStatus, Long> counts = new EnumMap<>(ExecutionStatus.class);
        reader.all(
                        "SELECT e.status, count(*) FROM execution e WHERE e.machine = (SELECT id FROM machine WHERE arn = ?)"
                                + " AND e.status IN (" + STATUSES + ") AND e.moment >= ? GROUP BY e.status",
                        rs -> Map.entry(EndForm.status(rs.getInt(1)), rs.getLong(2)),
                        machineArn,
                        since.toEpochMilli())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static List<ExecutionSummary> page(
            Reader reader, long machine, ExecutionStatus status, int most, ExecutionSummary.@Nullable Position after) {
        String newest = " ORDER BY e.moment DESC, e.id DESC LIMIT ?";
        String some = "e.machine = ? AND e.status = ?";
        int number = EndForm.number(status);
        return after == null
                ? reader.all(COLUMNS + FROM + some + newest, rs -> row(rs).summary(), machine, number, most)
                : reader.all(
                        COLUMNS + FROM + some + " AND (e.moment, e.id) < (?, ?)" + newest,
                        rs -> row(rs).summary(),
                        machine,
                        number,
                        after.moment(),
                        after.number(),
                        most);
    }
}
