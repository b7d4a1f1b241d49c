package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListStateMachines;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the first page, and the tables that others have too. */
final class Overview {
    private Overview() {}

    static String of(List<ListStateMachines.Item> machines, List<ListExecutions.Item> executions) {
        HtmlPage page = new HtmlPage("Stepwright", null);
        page.element("h1", "State machines");
        page.markup().open("p");
        page.link(Designer.PATH, "New state machine");
        page.markup().close("p").line();
        if (machines.isEmpty()) {
            page.element("p", "facts", "There are none yet. CreateStateMachine makes one, and so does the designer.");
        } else {
            machines(page, machines);
            page.element("h2", "Newest executions");
            executions(page, executions);
        }
        return page.end();
    }

    private static void machines(HtmlPage page, List<ListStateMachines.Item> machines) {
        head(page, List.of("Name", "Type", "Created"));
        for (ListStateMachines.Item machine : machines) {
            page.markup().open("tr").open("td");
            page.link(Pages.MACHINE + machine.stateMachineArn(), machine.name());
            page.markup().close("td");
            page.element("td", machine.type()).element("td", "facts", time(machine.creationDate()));
            page.markup().close("tr").line();
        }
        page.markup().close("table").line();
    }

    /** Writes a table of executions, or that there are none. */
    static void executions(HtmlPage page, List<ListExecutions.Item> executions) {
        if (executions.isEmpty()) {
            page.element("p", "facts", "There are none.");
            return;
        }
        head(page, List.of("Name", "Machine", "Status", "Started", "Ended"));
        for (ListExecutions.Item execution : executions) {
            String machine = execution.stateMachineArn();
            page.markup().open("tr").open("td");
            page.link(Pages.EXECUTION + execution.executionArn(), execution.name());
            page.markup().close("td").open("td");
            page.link(Pages.MACHINE + machine, machine.substring(machine.lastIndexOf(':') + 1));
            page.markup().close("td");
            course(page, execution);
        }
        page.markup().close("table").line();
    }

    /** Writes a table of executions of one Map Run. */
    static void executionsOfMapRun(HtmlPage page, List<ListExecutions.Item> executions) {
        head(page, List.of("Name", "Items", "Status", "Started", "Ended"));
        for (ListExecutions.Item execution : executions) {
            page.markup().open("tr").open("td");
            page.link(Pages.EXECUTION + execution.executionArn(), execution.name());
            page.markup().close("td");
            page.element("td", "number", String.valueOf(execution.itemCount()));
            course(page, execution);
        }
        page.markup().close("table").line();
    }

    private static void course(HtmlPage page, ListExecutions.Item execution) {
        page.markup().open("td").attribute("class", execution.status().toLowerCase(Locale.ROOT));
        page.element("span", "status", execution.status());
        page.markup().close("td");
        page.element("td", "facts", time(execution.startDate())).element("td", "facts", time(execution.stopDate()));
        page.markup().close("tr").line();
    }

    private static void head(HtmlPage page, List<String> names) {
        page.markup().open("table").open("tr");
        names.forEach(name -> page.element("th", name));
        page.markup().close("tr").line();
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns the page of an Express execution of a Map Run. AWS: these have no history. */
    static String withoutHistory(DescribeExecution.Answer execution) {
        HtmlPage page = new HtmlPage(execution.name(), null);
        page.markup().open("nav");
        page.link(Pages.MAP_RUN + execution.mapRunArn(), "Map Run");
        page.markup().close("nav").line();
        page.element("h1", execution.name());
        page.markup().open("div").attribute("class", execution.status().toLowerCase(Locale.ROOT));
        page.element("span", "status", execution.status());
        page.element("p", "facts", "An Express execution of a Map Run; these have no history.");
        page.markup().close("div").line();
        page.element("h2", "Input").element("pre", Objects.requireNonNullElse(execution.input(), ""));
        if (execution.output() != null) {
            page.element("h2", "Output").element("pre", execution.output());
        }
        if (execution.error() != null || execution.cause() != null) {
            page.element("h2", "What went wrong");
            page.element("p", "problem", Objects.requireNonNullElse(execution.error(), ""));
            page.element("pre", Objects.requireNonNullElse(execution.cause(), ""));
        }
        return page.end();
    }

    /** Returns the page of something that is not there. */
    static String missing(String message) {
        HtmlPage page = new HtmlPage("Not there", null);
        page.element("h1", "Not there").element("p", message);
        page.markup().open("p");
        page.link("/", "All state machines");
        page.markup().close("p");
        return page.end();
    }
}
