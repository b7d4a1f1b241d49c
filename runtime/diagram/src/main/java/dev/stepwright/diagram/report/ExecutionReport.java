package dev.stepwright.diagram.report;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.diagram.markup.Updates;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution as one HTML page that needs nothing else: what it is doing if it runs, what went wrong, the picture of the machine with what
 * happened, what each state took and when, and every event with its data. No script, unless it is kept up to date; data of the execution is never markup.
 *
 * <p>Values of more than {@value #MOST_CHARACTERS} characters are cut, with more than 250 events shorter ones, too; and of more than {@value #MOST_EVENTS} events, or {@value #MOST_PROBLEMS} that went wrong,
 * those in the middle are left out; the page says where.
 */
public final class ExecutionReport {
    static final int MOST_CHARACTERS = 20_000;
    static final int MOST_EVENTS = 5_000;
    static final int MOST_PROBLEMS = 100;

    private final StateMachineDefinition definition;
    private final List<HistoryEntry> history;
    private final Frame frame;

    private ExecutionReport(StateMachineDefinition definition, List<HistoryEntry> history, Frame frame) {
        this.definition = definition;
        this.history = List.copyOf(history);
        this.frame = frame;
    }

    /**
     * Returns the report of an execution.
     *
     * @param history its events from the first one to the last, or to where it is now
     */
    public static ExecutionReport of(StateMachineDefinition definition, List<HistoryEntry> history) {
        return new ExecutionReport(definition, history, Frame.PLAIN);
    }

    private ExecutionReport in(Frame other) {
        return new ExecutionReport(definition, history, other);
    }

    /** Returns the report with another title than {@code Execution}. */
    public ExecutionReport titled(String name) {
        return in(frame.titled(name));
    }

    /** Returns the report with one more link, above its title, to a page that leads to it. */
    public ExecutionReport linkedTo(String address, String words) {
        return in(frame.from(new Frame.Link(address, words)));
    }

    /** Returns the report with one more link, below its title, to a page that belongs to it. */
    public ExecutionReport leadingTo(String address, String words) {
        return in(frame.onwards(new Frame.Link(address, words)));
    }

    /** Returns the report as a page that is kept up to date; for an execution that runs, where a server makes the page. */
    public ExecutionReport updatedBy(Updates updates) {
        return in(frame.updates(updates));
    }

    /** Returns the report with markup below its title: what can be done with the execution where the page is shown. */
    public ExecutionReport withControls(Markup controls) {
        return in(frame.controls(controls.toString()));
    }

    /**
     * Returns the report with a link at each value that is cut.
     *
     * @param address where the whole value is shown; a query like {@code ?event=7&value=input} is added, with the arguments of {@link #value}
     */
    public ExecutionReport withWholeValuesAt(String address) {
        return in(frame.values(address));
    }

    /**
     * Returns the report with a form that searches its events, and a link at each state that shows what it has done.
     *
     * @param address of the page; a query like {@code ?find=Pay} or {@code ?state=Pay} is added
     * @param kept other fields of the query by their names, which the form and the links keep
     * @param text what the events shown have in the name of their state, their type or their data, in any case; empty for all events
     * @param state the one whose events are shown, with what went into it and what came out each time; empty for those of all states
     */
    public ExecutionReport searchedAt(String address, Map<String, String> kept, String text, String state) {
        return in(frame.search(new Frame.Search(address, kept, text, state)));
    }

    /** Returns the report with how long has lasted what goes on still; for an execution that runs. */
    public ExecutionReport asOf(Instant now) {
        return in(frame.now(now));
    }

    /**
     * Returns a value of an event, whole, as the page shows it; empty if the event has no such value.
     *
     * @param name a member of the details as AWS names it, {@code input} for example
     */
    public static Optional<String> value(HistoryEntry event, String name) {
        return Optional.ofNullable(EventLine.data(AwsHistory.of(event)).get(name));
    }

    /** Returns the page. */
    public String toHtml() {
        return new Page(definition, history, frame).html();
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
