package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.runtime.history.HistoryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the pages of a run are written: each is called after the method that has asked for the run, and counted.
 *
 * @param caller for example {@code OrderTest.a_large_order_is_reviewed}
 */
record RunPages(Path folder, String caller) {
    private static final Set<Class<?>> INNER = Set.of(TestMachine.class, Rehearsal.class, RunPages.class);

    /** What methods may be called and files may not, {@code <init>} for one. */
    private static final String NO_FILE_NAME = "[^\\p{L}\\p{N}._$-]";

    /** How many pages this process has written under a name; tests may run at the same time. */
    private static final Map<Path, Integer> WRITTEN = new ConcurrentHashMap<>();

    /** Returns the pages of a run that the calling method asks a {@link TestMachine} for. */
    static RunPages in(Path folder) {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> !INNER.contains(frame.getDeclaringClass()))
                        .findFirst()
                        .map(frame -> new RunPages(folder, nameOf(frame)))
                        .orElseThrow());
    }

    /** Of a lambda it is the method in which that stands; compilers call it {@code lambda$method$0}. */
    private static String nameOf(StackFrame frame) {
        String method = frame.getMethodName().replaceAll("^lambda\\$(.*)\\$\\d+$", "$1");
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.replaceAll(NO_FILE_NAME, "_");
    }

    /**
     * Writes the page of an execution.
     *
     * @param machine the one that it is of; empty for the machine under test
     */
    Path write(String machine, StateMachineDefinition definition, List<HistoryEntry> events) {
        String name = machine.isEmpty() ? caller : caller + "-" + machine;
        Path file = folder.resolve(name + "-" + WRITTEN.merge(folder.resolve(name), 1, Integer::sum) + ".html");
        try {
            ExecutionReport.of(definition, events).titled(name).write(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the page of a run cannot be written: " + file, e);
        }
    }
}
