package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.runtime.history.Elapsed;
import dev.stepwright.server.api.ListExecutions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes executions as a table, and what selects them. */
final class ExecutionTable {
    /** A status that only executions of a Map Run have. */
    private static final String PENDING = "PENDING_REDRIVE";

    /** What a page with little room leaves out: columns whose cells are of class {@code wide}. */
    private static final Set<String> WIDE = Set.of("Type", "Created", "Ended");

    private static final String ID = "executions";

    /** Leads to the executions on a page that has more above them. */
    static final String PLACE = "#" + ID;

    private final HtmlPage page;
    private final String path;
    private final Selection selection;
    private final Instant now;
    private final Map<String, String> kept;

    /**
     * @param path of the page
     * @param now until when those that run have lasted
     */
    ExecutionTable(HtmlPage page, String path, Selection selection, Instant now) {
        this(page, path, Map.of(), selection, now);
    }

    /** @param kept fields of the page's address that the links keep, beside those of the selection */
    ExecutionTable(HtmlPage page, String path, Map<String, String> kept, Selection selection, Instant now) {
        this.page = page;
        this.path = path;
        this.kept = kept;
        this.selection = selection;
        this.now = now;
    }

    /** Writes what stands above the table. */
    ExecutionTable titled(String title) {
        page.markup().open("h2").attribute("id", ID).text(title).close("h2").line();
        return this;
    }

    /** Writes what selects the executions. */
    ExecutionTable filter() {
        return filter("", "");
    }

    /**
     * Writes what selects the executions beside a field of another form.
     *
     * @param value of that field; empty if it selects nothing
     */
    ExecutionTable filter(String other, String value) {
        Markup html = page.markup();
        html.open("form").attribute("class", "controls").attribute("action", path + PLACE);
        Controls.kept(html, other, value);
        Controls.choice(html, "Status", "status", StatusCounts.STATUSES, selection.status());
        Controls.field(html, "Name begins with", "name", selection.name());
        html.open("button").text("Show").close("button").close("form").line();
        return this;
    }

    /** Writes links that select by status. A form would be lost when the page is loaded again. */
    ExecutionTable links() {
        Markup html = navigation("By status");
        link("", "any");
        StatusCounts.STATUSES.forEach(status -> link(status, status));
        link(PENDING, PENDING);
        html.close("nav").line();
        return this;
    }

    /** Writes how many executions there are in each status, as links that select them. */
    ExecutionTable counts(StatusCounts counts) {
        Markup html = navigation("By status");
        link("", "Any status");
        StatusCounts.STATUSES.stream()
                .filter(counts::isAny)
                .forEach(status -> link(status, counts.text(status) + " " + StatusCounts.words(status)));
        html.close("nav").line();
        return this;
    }

    private void link(String status, String words) {
        Markup html = page.markup().open("a");
        html.attribute("href", new Selection(status, "", "").address(path, kept, ""));
        if (status.equals(selection.status())) {
            html.attribute("aria-current", "page");
        }
        html.text(words).close("a");
    }

    /** Writes executions of several machines. */
    void write(Selection.Part part) {
        write(part, List.of("Machine"), execution -> {
            String machine = execution.stateMachineArn();
            page.markup().open("td");
            page.link(Pages.MACHINE + machine, machine.substring(machine.lastIndexOf(':') + 1));
            page.markup().close("td");
        });
    }

    /** Writes executions of one machine. */
    void writeOfMachine(Selection.Part part) {
        write(part, List.of(), execution -> {});
    }

    /** Writes executions of one Map Run. */
    void writeOfMapRun(Selection.Part part) {
        write(part, List.of("Items"), execution -> page.element("td", "number", String.valueOf(execution.itemCount())));
    }

    private void write(Selection.Part part, List<String> more, Consumer<ListExecutions.Item> cells) {
        if (!part.items().isEmpty()) {
            List<String> names = new ArrayList<>(List.of("Name", "Status"));
            names.addAll(more);
            names.addAll(List.of("Started", "Ended", "Duration"));
            head(page, names);
            for (ListExecutions.Item execution : part.items()) {
                begin(execution);
                cells.accept(execution);
                end(execution);
            }
            page.markup().close("table").line();
        }
        foot(part);
    }

    private void begin(ListExecutions.Item execution) {
        page.markup().open("tr").open("td");
        page.link(Pages.EXECUTION + execution.executionArn(), execution.name());
        page.markup().close("td");
        page.markup().open("td").attribute("class", execution.status().toLowerCase(Locale.ROOT));
        page.element("span", "status", execution.status());
        page.markup().close("td");
    }

    private void end(ListExecutions.Item execution) {
        Instant start = execution.startDate();
        Instant end = Objects.requireNonNullElse(execution.stopDate(), now.isBefore(start) ? start : now);
        page.element("td", "facts", time(start)).element("td", "facts wide", time(execution.stopDate()));
        page.element("td", "number", Elapsed.text(Duration.between(start, end)));
        page.markup().close("tr").line();
    }

    private void foot(Selection.Part part) {
        if (part.items().isEmpty()) {
            page.element("p", "facts", selection.isAny() ? "No executions yet." : "No execution matches this filter.");
        }
        if (part.looked() > 0) {
            page.element("p", "facts", looked(part));
        }
        if (selection.after().isEmpty() && part.next() == null) {
            return;
        }
        navigation("Newer and older");
        if (!selection.after().isEmpty()) {
            page.link(selection.address(path, kept, ""), "Newest");
        }
        if (part.next() != null) {
            page.link(selection.address(path, kept, part.next()), "Older");
        }
        page.markup().close("nav").line();
    }

    /** @param label what it is for, to those who hear the page: it is not the only one */
    private Markup navigation(String label) {
        return page.markup().open("nav").attribute("class", "controls").attribute("aria-label", label);
    }

    private static String looked(Selection.Part part) {
        String words = part.next() == null
                ? "Searched %,d executions of each machine. To search older ones, open the page of a machine."
                : "Searched %,d executions. To search older ones, choose Older.";
        return String.format(Locale.ROOT, words, part.looked());
    }

    static void head(HtmlPage page, List<String> names) {
        page.markup().open("table").open("tr");
        for (String name : names) {
            if (WIDE.contains(name)) {
                page.element("th", "wide", name);
            } else {
                page.element("th", name);
            }
        }
        page.markup().close("tr").line();
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
