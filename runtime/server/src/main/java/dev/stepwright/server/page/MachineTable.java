package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.ListStateMachines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes state machines as a table, with how many of their executions are in which status. */
final class MachineTable {
    private final HtmlPage page;
    private final Calls calls;

    MachineTable(HtmlPage page, Calls calls) {
        this.page = page;
        this.calls = calls;
    }

    /** @param counted those of the machines whose executions are counted */
    void write(List<ListStateMachines.Item> machines, List<ListStateMachines.Item> counted) {
        if (machines.isEmpty()) {
            page.element("p", "facts", "No state machine matches this filter.");
            return;
        }
        List<String> names = new ArrayList<>(List.of("Name", "Type"));
        StatusCounts.STATUSES.forEach(status -> names.add(StatusCounts.words(status)));
        names.add("Created");
        ExecutionTable.head(page, names);
        Set<ListStateMachines.Item> wanted = Set.copyOf(counted);
        for (ListStateMachines.Item machine : machines) {
            page.markup().open("tr").open("td");
            page.link(Pages.MACHINE + machine.stateMachineArn(), machine.name());
            page.markup().close("td");
            page.element("td", "wide", machine.type());
            StatusCounts counts = wanted.contains(machine)
                    ? StatusCounts.of(calls, machine.stateMachineArn()).orElse(null)
                    : null;
            StatusCounts.STATUSES.forEach(status -> {
                page.markup().open("td").attribute("class", "number " + status.toLowerCase(Locale.ROOT));
                if (counts != null) {
                    count(machine, counts, status);
                }
                page.markup().close("td");
            });
            page.element("td", "facts wide", ExecutionTable.time(machine.creationDate()));
            page.markup().close("tr").line();
        }
        page.markup().close("table").line();
    }

    private void count(ListStateMachines.Item machine, StatusCounts counts, String status) {
        if (!counts.isAny(status)) {
            page.element("span", "facts", "0");
            return;
        }
        String address = new Selection(status, "", "").address(Pages.MACHINE + machine.stateMachineArn(), Map.of(), "");
        page.markup().open("a").attribute("class", "status").attribute("href", address);
        page.markup().text(counts.text(status)).close("a");
    }
}
