package dev.stepwright.diagram.report;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.history.HistoryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An execution as one HTML page that needs nothing else: what went wrong, the picture of the machine with what happened, what each
 * state took, and every event with its data. No script; data of the execution is never markup.
 *
 * <p>Values of more than {@value #MOST_CHARACTERS} characters are cut, and of more than {@value #MOST_EVENTS} events those in the middle are left out; the page
 * says where.
 */
public final class ExecutionReport {
    static final int MOST_CHARACTERS = 20_000;
    static final int MOST_EVENTS = 5_000;

    private final StateMachineDefinition definition;
    private final List<HistoryEntry> history;
    private final String title;

    private ExecutionReport(StateMachineDefinition definition, List<HistoryEntry> history, String title) {
        this.definition = definition;
        this.history = List.copyOf(history);
        this.title = title;
    }

    /**
     * Returns the report of an execution.
     *
     * @param history its events from the first one to the last, or to where it is now
     */
    public static ExecutionReport of(StateMachineDefinition definition, List<HistoryEntry> history) {
        return new ExecutionReport(definition, history, "Execution");
    }

    /** Returns the report with another title than {@code Execution}. */
    public ExecutionReport titled(String name) {
        return new ExecutionReport(definition, history, name);
    }

    /** Returns the page. */
    public String toHtml() {
        return new Page(definition, history, title).html();
    }

    /**
     * Writes the page into a file; folders that are missing are made.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, toHtml());
    }
}
