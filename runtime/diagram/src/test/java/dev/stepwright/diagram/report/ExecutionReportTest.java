package dev.stepwright.diagram.report;

import static dev.stepwright.diagram.report.Reports.SAGA;
import static dev.stepwright.diagram.report.Reports.html;
import static dev.stepwright.diagram.report.Reports.lines;
import static dev.stepwright.diagram.report.Reports.states;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.diagram.course.Runs;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ExecutionReportTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"errorMessage\": \"no card\", \"trace\": []} | Boom: no card",
                "{\"ExecutionArn\": \"arn\", \"Error\": \"Declined\", \"Cause\": \"no card\"} | Boom: Declined: no card",
                "{\"ExecutionArn\": \"arn\", \"Error\": \"Declined\", \"Cause\": \"{\\\"errorMessage\\\": \\\"no card\\\"}\"} | Boom: Declined: no card",
                "{\"code\": 7} | Boom: {\"code\": 7}",
                "{no card | Boom: {no card"
            })
    void what_went_wrong_is_told_without_the_rest_of_what_was_answered(String cause, String told) {
        String state = JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Fail")
                .put("Error", "Boom")
                .put("Cause", cause)
                .toString();

        List<String> lines = lines(html("{\"StartAt\": \"No\", \"States\": {\"No\": " + state + "}}", "{}"));

        assertThat(lines.subList(0, lines.indexOf("Input and output"))).contains(told);
    }

    @Test
    void events_are_searched_by_state_type_and_data_and_the_rest_is_left_as_it_is() {
        ExecutionReport report = ExecutionReport.of(Runs.definition(SAGA), Runs.history(SAGA, "{\"a\": 1}"));

        String all = report.searchedAt("/here", Map.of(), "", "").toHtml();
        String found = report.searchedAt("/here", Map.of(), "sorry", "").toHtml();

        assertThat(all).contains("<a href=\"/here?state=Again#state\">Again</a>", "id=\"event-1\"");
        assertThat(found)
                .contains("What went wrong", "value=\"sorry\"", "href=\"/here#events\"", "FailStateEntered")
                .doesNotContain("id=\"event-1\"", "<a href=\"#event-4\">");
        assertThat(report.searchedAt("/here", Map.of(), "<b>\"", "").toHtml())
                .contains("value=\"&lt;b&gt;&quot;\"", "0 of ")
                .doesNotContain("id=\"event-");
        assertThat(report.toHtml()).doesNotContain("<form");
    }

    @Test
    void a_report_among_other_pages_leads_to_what_is_below_its_picture() {
        ExecutionReport report = ExecutionReport.of(Runs.definition(SAGA), Runs.history(SAGA, "{\"a\": 1}"));

        assertThat(report.linkedTo("/", "All").toHtml())
                .contains("<a href=\"#states\">States</a><a href=\"#events\">Events</a></nav>")
                .contains("<h2 id=\"states\">", "<h2 id=\"events\">");
        assertThat(report.toHtml()).doesNotContain("<nav>");
    }

    @Test
    void a_state_in_the_picture_leads_to_what_it_has_done_if_it_was_entered() {
        ExecutionReport report = ExecutionReport.of(Runs.definition(SAGA), Runs.history(SAGA, "{\"a\": 1}"));

        String html = report.searchedAt("/here", Map.of(), "", "").toHtml();

        assertThat(html.substring(html.indexOf("<svg"), html.indexOf("</svg>")))
                .contains(
                        "<a href=\"/here?state=Again#state\" aria-label=\"Again, entered once, passed, retried once, 2.00 s, last error Boom\"><rect class=\"box\"",
                        "<a href=\"/here?state=Sorry#state\" aria-label=\"Sorry, entered once, failed, ")
                .doesNotContain("state=Done");
        assertThat(report.toHtml()).doesNotContain("<a href=\"/here");
    }

    @Test
    void what_went_into_a_state_and_came_out_is_open_at_once_if_one_looks_for_it() {
        ExecutionReport report = ExecutionReport.of(Runs.definition(SAGA), Runs.history(SAGA, "{\"a\": 1}"));
        Pattern open = Pattern.compile("<details id=\"event-\\d+\"[^>]* open=\"\">.*?class=\"type\">(\\w+)");

        assertThat(open.matcher(report.searchedAt("/here", Map.of(), "Bad", "").toHtml())
                        .results())
                .extracting(found -> found.group(1))
                .containsExactly("TaskStateEntered", "TaskFailed", "TaskStateExited");
        assertThat(open.matcher(report.searchedAt("/here", Map.of(), "", "").toHtml())
                        .results())
                .isEmpty();
    }

    @Test
    void events_of_iterations_say_of_which() {
        String each = """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$", "End": true, "ItemProcessor": {
                  "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}""";

        List<String> lines = lines(html(each, "[1, 2]"));

        assertThat(lines.subList(lines.indexOf("Events"), lines.size()))
                .containsSubsequence("PassStateEntered", "One in iteration 0 of \"Each\"")
                .containsSubsequence("PassStateExited", "One in iteration 1 of \"Each\"");
    }

    @Test
    void what_went_wrong_comes_first() {
        List<String> lines = lines(html(SAGA, "{\"a\": 1}"));

        assertThat(lines).startsWith("saga", "saga", "FAILED");
        assertThat(lines.subList(lines.indexOf("What went wrong"), lines.indexOf("Input and output")))
                .containsExactly(
                        "What went wrong",
                        "0 ms Again",
                        "Boom: the first time",
                        "2.00 s Bad",
                        "Boom: for a test",
                        "2.00 s Sorry",
                        "Refused: no <b>room</b>");
    }

    @Test
    void an_error_that_nothing_catches_is_told_once() {
        String failing =
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::fail\", \"End\": true}}}";
        List<String> lines = lines(html(failing, "{}"));

        assertThat(lines.subList(lines.indexOf("What went wrong"), lines.indexOf("Input and output")))
                .containsExactly("What went wrong", "0 ms A", "Boom: for a test");
    }

    @Test
    void what_fails_in_an_iteration_is_told_once_with_its_error_and_input_whatever_it_makes_fail() {
        String each = """
                {"StartAt": "Each", "States": {
                  "Each": {"Type": "Map", "ItemsPath": "$", "MaxConcurrency": 1, "Next": "Done",
                    "Catch": [{"ErrorEquals": ["Bad"], "Next": "Sorry"}],
                    "ItemProcessor": {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                      {"StartAt": "Good?", "States": {
                        "Good?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericLessThan": 2, "Next": "Good"}], "Default": "Refuse"},
                        "Good": {"Type": "Succeed"},
                        "Refuse": {"Type": "Fail", "Error": "%s"}}}]}}}},
                  "Done": {"Type": "Succeed"},
                  "Sorry": {"Type": "Fail", "Error": "Refused"}}}""";

        List<String> lines = lines(html(each.formatted("Awful"), "[1, 2]"));
        List<String> caught = lines(html(each.formatted("Bad"), "[1, 2]"));

        assertThat(lines.subList(lines.indexOf("What went wrong") + 1, lines.indexOf("Picture")))
                .containsExactly(
                        "0 ms Refuse in iteration 1 of \"Each\"",
                        "Awful",
                        "Input and output",
                        "Input",
                        "[",
                        "1,",
                        "2",
                        "]",
                        "Input of Refuse in iteration 1 of \"Each\"",
                        "2");
        assertThat(caught.subList(caught.indexOf("What went wrong") + 1, caught.indexOf("Input and output")))
                .containsExactly("0 ms Refuse in iteration 1 of \"Each\"", "Bad", "0 ms Sorry", "Refused");
        assertThat(states(lines)).containsSubsequence("Both", "Awful", "Good?", "Refuse", "Awful");
        assertThat(states(caught)).containsSubsequence("Refuse", "Bad", "Sorry", "Refused");
    }

    @Test
    void what_a_state_that_failed_was_entered_with_stands_at_the_top_once() {
        List<String> lines = lines(html(SAGA, "{\"a\": 1}"));

        assertThat(lines.subList(lines.indexOf("Input and output"), lines.indexOf("Picture")))
                .containsSubsequence(
                        "Input",
                        "\"a\": 1",
                        "Input of Again",
                        "\"a\": 1",
                        "Input of Bad",
                        "\"a\": 1",
                        "Input of Sorry",
                        "\"Error\": \"Boom\",")
                .containsOnlyOnce("Input of Again", "Input of Bad", "Input of Sorry");
    }

    @Test
    void an_execution_that_went_well_has_no_such_part() {
        String good = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";

        assertThat(lines(html(good, "{}"))).contains("SUCCEEDED").doesNotContain("What went wrong");
    }

    @Test
    void each_event_has_its_data_in_a_part_that_unfolds() {
        String html = html(SAGA, "{\"a\": [1, 2]}");

        assertThat(html)
                .contains(
                        "<details id=\"event-2\" class=\"good\"><summary><span class=\"id\">#2</span><span class=\"time\">0 ms</span>"
                                + "<span class=\"type\">TaskStateEntered</span><span class=\"subject\">Again</span></summary>")
                .contains("<pre>{\n  &quot;a&quot;: [\n    1,\n    2\n  ]\n}</pre>");
    }

    @Test
    void data_of_the_execution_is_never_markup_and_the_page_runs_nothing() {
        String evil = "</pre><script>alert(1)</script><img src=x onerror=alert(2)>";
        String json = """
                {"StartAt": "%1$s", "States": {"%1$s": {"Type": "Fail", "Error": "%1$s", "Cause": "%1$s"}}}""".formatted(evil);

        String html = html(json, "{\"" + evil + "\": \"" + evil + "\"}");

        assertThat(html)
                .doesNotContain("<script", "<img")
                .contains("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void the_page_has_the_picture_of_the_execution() {
        assertThat(html(SAGA, "{}")).contains("class=\"state task caught\" data-state=\"Bad\"");
    }

    @Test
    void long_histories_and_values_are_cut_and_the_page_says_so() {
        var root = JsonNodeFactory.instance;
        List<HistoryEntry> history = new ArrayList<>();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        history.add(new HistoryEntry(
                1, 0, now, new Event.ExecutionStarted(root.stringNode("x".repeat(50_000)), null, "role", null, null)));
        for (int id = 2; id <= ExecutionReport.MOST_EVENTS + 7; id++) {
            history.add(new HistoryEntry(id, id - 1, now, new Event.ParallelStarted()));
        }

        String html = ExecutionReport.of(Runs.definition(SAGA), history).toHtml();

        assertThat(lines(html))
                .contains("7 events omitted here.")
                .anyMatch(line -> line.endsWith("(50002 characters)"));
        assertThat(Stream.of(html.split("<details id")).skip(1).collect(Collectors.toList()))
                .hasSize(ExecutionReport.MOST_EVENTS);
        assertThat(html)
                .contains("id=\"event-1000\"", "id=\"event-1008\"")
                .doesNotContain("id=\"event-1007\"", "Show all", "x".repeat(1_000));
    }

    @Test
    void of_many_problems_the_first_and_the_last_are_told_and_those_without_an_event_here_lead_nowhere() {
        List<HistoryEntry> history = new ArrayList<>();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (int id = 1; id <= 6_000; id++) {
            Event event = id == 3 || id > 1_500 && id <= 1_700
                    ? new Event.MapRunFailed("Boom", "cause " + id)
                    : new Event.ParallelStarted();
            history.add(new HistoryEntry(id, id - 1, now, event));
        }

        String html = ExecutionReport.of(Runs.definition(SAGA), history).toHtml();

        assertThat(html)
                .contains("<a href=\"#event-3\">", "101 events omitted here.", "cause 1549<", "cause 1651<")
                .doesNotContain("cause 1550<", "cause 1650<", "<a href=\"#event-1501\">");
    }

    @Test
    void a_value_that_is_cut_leads_to_the_whole_of_it_where_there_is_such_a_place() {
        String text = "x".repeat(ExecutionReport.MOST_CHARACTERS - 2) + "\uD83D\uDE00.";
        HistoryEntry started = new HistoryEntry(
                1,
                0,
                Instant.EPOCH,
                new Event.ExecutionStarted(JsonNodeFactory.instance.stringNode(text), null, "role", null, null));

        String html = ExecutionReport.of(Runs.definition(SAGA), List.of(started))
                .withWholeValuesAt("/executions/arn")
                .toHtml();

        assertThat(html)
                .contains("<a href=\"/executions/arn?event=1&amp;value=input\">Show all</a>")
                .contains("x\u2026 (20003 characters)")
                .doesNotContain("\uD83D\u2026");
        assertThat(ExecutionReport.value(started, "input")).contains("\"" + text + "\"");
        assertThat(ExecutionReport.value(started, "output")).isEmpty();
    }

    @Test
    void an_execution_without_events_has_a_page() {
        assertThat(lines(ExecutionReport.of(Runs.definition(SAGA), List.of()).toHtml()))
                .contains("NOT STARTED", "Events");
    }

    @Test
    void it_is_written_into_a_file(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("reports/saga.html");

        ExecutionReport.of(Runs.definition(SAGA), Runs.history(SAGA, "{}")).write(file);

        assertThat(file).content().startsWith("<!DOCTYPE html>").contains("<title>Execution</title>");
    }
}
