package dev.stepwright.testkit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A recorded execution that has been run again, see {@link TestMachine#replay}.
 *
 * @param <O> the type of the output
 */
public final class Replay<O> {
    private final TestRun<O> run;
    private final List<Difference> differences;

    Replay(TestRun<O> run, List<Difference> differences) {
        this.run = run;
        this.differences = List.copyOf(differences);
    }

    /** Returns the run: its path, inputs, picture and report. */
    public TestRun<O> run() {
        return run;
    }

    /**
     * Returns what it did otherwise than was recorded, by strands: the machine itself, each branch, each iteration. Of each strand until it goes another
     * way; of data that differ only where they first do, and where tasks are handed them. Empty if it did the same.
     */
    public List<Difference> differences() {
        return differences;
    }

    /** Returns the differences, a line each; empty if there are none. */
    @Override
    public String toString() {
        return differences.stream().map(Difference::text).collect(Collectors.joining("\n"));
    }
}
