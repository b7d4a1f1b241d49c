package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.binary.UnreadableException;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether the tables hold what was written. */
final class Damage {
    private Damage() {}

    /** Returns all that is wrong. Reads one execution after the other, so that nothing is held for long. */
    static List<String> find(Readers readers, Executions executions) {
        List<String> problems = new ArrayList<>();
        List<String> arns = new ArrayList<>();
        collect(
                problems,
                () -> arns.addAll(readers.read(reader -> reader.all(
                        "SELECT arn FROM execution WHERE status <> " + Retention.REMOVING,
                        rs -> String.valueOf(rs.getString(1))))));
        collect(problems, () -> readers.read(executions::running));
        collect(problems, () -> Documents.check(readers));
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
