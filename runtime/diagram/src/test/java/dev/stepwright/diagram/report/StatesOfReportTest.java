package dev.stepwright.diagram.report;

import static dev.stepwright.diagram.report.Reports.SAGA;
import static dev.stepwright.diagram.report.Reports.html;
import static dev.stepwright.diagram.report.Reports.lines;
import static dev.stepwright.diagram.report.Reports.states;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.diagram.course.Runs;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the page of an execution tells of its states: what each has done and when, and which are in work. */
class StatesOfReportTest {
    @Test
    void states_are_told_with_their_counts_and_times() {
        List<String> lines = lines(html(SAGA, "{}"));

        assertThat(states(lines))
                .startsWith("Again", "1", "0", "1", "2.00 s", "2.00 s", "Boom", "Bad", "1", "1", "0")
                .doesNotContain("Done");
    }

    @Test
    void the_table_of_states_shows_when_each_was_at_work() {
        String html = html(SAGA, "{}");

        assertThat(html)
                .contains("aria-label=\"from 0 ms to 2.00 s\" width=\"200\" height=\"10\">"
                        + "<rect class=\"good\" x=\"0\" width=\"200\" height=\"10\"/></svg>")
                .contains("aria-label=\"from 2.00 s to 2.00 s\" width=\"200\" height=\"10\">"
                        + "<rect class=\"bad\" x=\"198\" width=\"2\" height=\"10\"/></svg>");
    }

    @Test
    void a_state_that_was_entered_very_often_has_few_bars() {
        String each = """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                  "StartAt": "One", "States": {"One": {"Type": "Wait", "Seconds": 1, "End": true}}}}}}""";

        String html = html(each, "[" + "1, ".repeat(199) + "1]");

        assertThat(Pattern.compile("<rect class=\"good\" x").matcher(html).results())
                .hasSize(1 + 100 + 1);
    }

    @Test
    void an_execution_that_runs_tells_first_what_it_is_doing() {
        List<HistoryEntry> history = Runs.history(SAGA, "{}");
        int failed = 1
                + IntStream.range(0, history.size())
                        .filter(i -> history.get(i).event() instanceof Event.TaskFailed)
                        .findFirst()
                        .orElseThrow();

        List<String> lines = lines(ExecutionReport.of(Runs.definition(SAGA), history.subList(0, failed))
                .toHtml());

        assertThat(lines.subList(lines.indexOf("In work"), lines.indexOf("What went wrong")))
                .containsExactly(
                        "In work",
                        "State",
                        "Since",
                        "Retries",
                        "Last event",
                        "Again",
                        "2026-01-01T00:00:00Z",
                        "0",
                        "TaskFailed: Boom: the first time, to be retried");
        assertThat(ExecutionReport.of(Runs.definition(SAGA), history.subList(0, failed))
                        .searchedAt("/here", Map.of(), "", "")
                        .toHtml())
                .contains("<th>Last event</th></tr>\n<tr><td><a href=\"/here?state=Again#state\">Again</a></td>");
        assertThat(lines(html(SAGA, "{}"))).doesNotContain("In work");
    }

    @Test
    void what_goes_on_is_told_with_how_long_it_has_lasted() {
        List<HistoryEntry> history = Runs.history(SAGA, "{}");
        ExecutionReport running = ExecutionReport.of(Runs.definition(SAGA), history.subList(0, 2));

        String html = running.asOf(history.get(0).time().plusSeconds(75)).toHtml();

        List<String> lines = lines(html);
        assertThat(lines).contains("for 75.00 s, last event after 0 ms, 2 events, started at 2026-01-01T00:00:00Z");
        assertThat(lines.subList(lines.indexOf("In work"), lines.indexOf("Input and output")))
                .containsSubsequence("Since", "For", "Retries", "Again", "2026-01-01T00:00:00Z", "75.00 s", "0");
        assertThat(states(lines)).startsWith("Again", "1", "0", "0", "75.00 s so far");
        assertThat(html).contains("aria-label=\"from 0 ms to 75.00 s\"");
    }

    @Test
    void an_execution_that_has_ended_does_not_last_longer() {
        List<HistoryEntry> history = Runs.history(SAGA, "{}");
        ExecutionReport ended = ExecutionReport.of(Runs.definition(SAGA), history);

        assertThat(ended.asOf(history.get(0).time().plusSeconds(75)).toHtml()).isEqualTo(ended.toHtml());
    }

    @Test
    void of_states_around_others_those_within_are_in_work() {
        String each = """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                  "StartAt": "One", "States": {"One": {"Type": "Wait", "Seconds": 1, "End": true}}}}}}""";
        List<HistoryEntry> history = Runs.history(each, "[" + "1, ".repeat(24) + "1]");
        int left = IntStream.range(0, history.size())
                .filter(i -> history.get(i).event() instanceof Event.StateExited)
                .findFirst()
                .orElseThrow();

        List<String> lines = lines(ExecutionReport.of(Runs.definition(each), history.subList(0, left))
                .toHtml());

        assertThat(lines.subList(lines.indexOf("In work"), lines.indexOf("Input and output")))
                .contains("One in iteration 0 of \"Each\"", "WaitStateEntered", "And 5 more.")
                .doesNotContain("Each");
    }

    @Test
    void states_are_told_in_the_order_in_which_they_were_entered() {
        String json = """
                {"StartAt": "B", "States": {
                  "A": {"Type": "Succeed"},
                  "B": {"Type": "Parallel", "Next": "A", "Branches": [{"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}]}}}""";

        List<String> lines = lines(html(json, "{}"));

        assertThat(states(lines)).containsSubsequence("B", "C", "A");
    }
}
