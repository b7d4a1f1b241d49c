package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.sql.Batches;
import dev.stepwright.runtime.store.sql.Executions;
import dev.stepwright.runtime.store.sql.Readers;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether the tables hold what was written. */
final class Damage {
    private Damage() {}

    /** Returns all that is wrong. */
    static List<String> find(Readers readers, Executions executions) {
        List<String> problems = new ArrayList<>();
        List<String> arns = readers.read(reader ->
                reader.all("SELECT arn FROM execution WHERE status <> " + Executions.REMOVING, rs -> rs.getString(1)));
        collect(problems, () -> readers.read(executions::running));
        collect(
                problems,
                () -> readers.read(reader -> {
                    Documents.check(reader);
                    return true;
                }));
        for (String arn : arns) {
            collect(
                    problems,
                    () -> readers.read(reader -> {
                        executions.find(reader, arn);
                        return executions.row(reader, arn).map(row -> Batches.after(reader, row, 0));
                    }));
        }
        return problems;
    }

    private static void collect(List<String> problems, Runnable check) {
        try {
            check.run();
        } catch (UnreadableException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }
}
