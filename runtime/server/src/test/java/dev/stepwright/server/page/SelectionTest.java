package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A search among more executions than are looked through at a time. */
class SelectionTest {
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:order";

    /** A page of one execution, after which there is always another page. */
    private static final Calls ENDLESS = new Calls(
            Map.of(
                    "ListExecutions",
                    Operation.of(
                            "ListExecutions",
                            ListExecutions::of,
                            request -> new ListExecutions.Answer(List.of(item()), "next"))),
            arn -> Optional.empty());

    private static ListExecutions.Item item() {
        return new ListExecutions.Item(
                "arn:aws:states:us-east-1:123456789012:execution:order:run",
                MACHINE,
                "run",
                "RUNNING",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                0,
                null);
    }

    private static String page(Selection selection) {
        HtmlPage page = new HtmlPage("Executions");
        new ExecutionTable(page, "/machines/" + MACHINE, selection, Instant.EPOCH.plusSeconds(75))
                .write(selection.of(ENDLESS, "stateMachineArn", MACHINE));
        return page.end();
    }

    @Test
    void a_search_that_ends_early_tells_so_and_goes_on() {
        assertThat(page(new Selection("", "other", "")))
                .contains("No execution matches this filter.", "Searched 10,000 executions", ">Older</a>");
    }

    @Test
    void what_runs_has_lasted_until_now() {
        assertThat(page(new Selection("", "run", ""))).contains("<td class=\"number\">75.00 s</td>");
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_last_less_than_nothing() {
        HtmlPage page = new HtmlPage("Executions");
        Selection selection = new Selection("", "run", "");
        new ExecutionTable(page, "/machines/" + MACHINE, selection, Instant.EPOCH.minusSeconds(75))
                .write(selection.of(ENDLESS, "stateMachineArn", MACHINE));

        assertThat(page.end()).contains("<td class=\"number\">0 ms</td>");
    }

    @Test
    void a_list_that_is_full_tells_nothing() {
        assertThat(page(new Selection("", "run", ""))).contains(">Older</a>").doesNotContain("Searched");
    }
}
