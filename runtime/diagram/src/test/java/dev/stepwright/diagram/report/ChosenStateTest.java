package dev.stepwright.diagram.report;

import static dev.stepwright.diagram.report.Reports.SAGA;
import static dev.stepwright.diagram.report.Reports.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.diagram.course.Runs;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page of an execution shows of a state that was chosen. */
class ChosenStateTest {
    private static String html(String json, String input, String text, String state) {
        return ExecutionReport.of(Runs.definition(json), Runs.history(json, input))
                .searchedAt("/here", Map.of(), text, state)
                .toHtml();
    }

    private static List<String> chosen(String json, String input, String state) {
        List<String> lines = lines(html(json, input, "", state));
        List<String> rest = lines.subList(lines.indexOf("State " + state), lines.size());
        return rest.subList(0, rest.indexOf("States"));
    }

    @Test
    void what_went_in_and_came_out_stand_side_by_side_with_the_last_error() {
        List<String> shown = chosen(SAGA, "{\"a\": 1}", "Bad");

        assertThat(shown)
                .startsWith("State Bad", "Definition")
                .containsSubsequence(
                        "Failed and caught",
                        "after 0 ms, entered at 2.00 s",
                        "Input",
                        "\"a\": 1",
                        "Task input",
                        "\"a\": 1",
                        "Output",
                        "\"Error\": \"Boom\",",
                        "Last error",
                        "Boom: for a test");
        assertThat(chosen(SAGA, "{\"a\": 1}", "Again"))
                .containsSubsequence(
                        "Passed", "after 2.00 s, entered at 0 ms, retried once", "Task result", "{}", "Last error");
    }

    @Test
    void variables_that_were_assigned_are_shown_as_values() {
        String assigning = """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
                  "Assign": {"customer": {"name": "Ada"}, "n": 7}}}}""";

        assertThat(chosen(assigning, "{}", "A"))
                .containsSubsequence("Assigned variables", "\"customer\": {", "\"name\": \"Ada\"", "\"n\": 7");
    }

    @Test
    void only_events_of_that_state_follow_and_they_can_be_searched() {
        String all = html(SAGA, "{}", "", "Again");
        String some = html(SAGA, "{}", "boom", "Again");

        assertThat(all)
                .contains("id=\"event-2\"", "<input type=\"hidden\" name=\"state\" value=\"Again\"/>", "of Again<")
                .doesNotContain("id=\"event-1\"", "FailStateEntered", " open=\"\"");
        assertThat(some).contains("TaskFailed").doesNotContain(">TaskStateEntered<", "FailStateEntered");
    }

    @Test
    void it_stands_out_in_the_picture_and_in_the_table_and_nothing_else_does() {
        String html = html(SAGA, "{}", "", "Again");
        String other = html(SAGA, "{}", "", "");

        assertThat(html)
                .containsPattern("<g id=\"state-Again\" class=\"state task [a-z ]+ chosen\" data-state=\"Again\">")
                .containsPattern("<a href=\"/here\\?state=Again#state\" aria-label=\"[^\"]+\" aria-current=\"true\">")
                .contains("<a href=\"/here?state=Again#state\" aria-current=\"true\">Again</a>")
                .containsOnlyOnce(" chosen\"");
        assertThat(other).doesNotContain(" chosen\"", "aria-current=");
    }

    @Test
    void links_and_the_search_keep_other_fields_of_the_address() {
        String html = ExecutionReport.of(Runs.definition(SAGA), Runs.history(SAGA, "{}"))
                .searchedAt("/here", Map.of("hold", "a&b"), "boom", "Again")
                .toHtml();

        assertThat(html)
                .contains(
                        "<input type=\"hidden\" name=\"hold\" value=\"a&amp;b\"/>",
                        "<input type=\"hidden\" name=\"state\" value=\"Again\"/>",
                        "<a href=\"/here?hold=a%26b#events\">All events</a>",
                        "<a href=\"/here?hold=a%26b&amp;state=Bad#state\">Bad</a>");
    }

    @Test
    void names_of_states_are_whole_in_addresses_and_harmless_in_markup() {
        String name = " </script>&#\"'+%\u00e9\uD83D\uDE00 ";
        String quoted = JsonText.quote(name);
        String json = "{\"StartAt\": %s, \"States\": {%s: {\"Type\": \"Succeed\"}}}".formatted(quoted, quoted);

        String html = html(json, "{}", "", name);

        assertThat(html)
                .contains("href=\"/here?state=+%3C%2Fscript%3E%26%23%22%27%2B%25%C3%A9%F0%9F%98%80+#state\"")
                .contains("SucceedStateEntered")
                .doesNotContain("</script>", "has not been entered");
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_last_less_than_nothing() {
        List<HistoryEntry> history = Runs.history(SAGA, "{}");

        String html = ExecutionReport.of(Runs.definition(SAGA), history.subList(0, 2))
                .searchedAt("/here", Map.of(), "", "Again")
                .asOf(history.get(0).time().minusSeconds(3600))
                .toHtml();

        assertThat(lines(html)).containsSubsequence("RUNNING", "Running", "for 0 ms, entered at 0 ms");
        assertThat(html).contains(" for 0 ms, last event after 0 ms").doesNotContain("-3600000");
    }

    @Test
    void what_went_wrong_elsewhere_leads_to_the_state_whose_events_are_not_shown() {
        assertThat(html(SAGA, "{}", "", "Again"))
                .contains("<a href=\"#event-5\">0 ms Again</a>", "<a href=\"/here?state=Bad#state\">2.00 s Bad</a>");
    }

    @Test
    void a_state_whose_name_is_within_another_one_has_events_of_its_own() {
        String alike = """
                {"StartAt": "Pay", "States": {"Pay": {"Type": "Pass", "Next": "Pay later"}, "Pay later": {"Type": "Succeed"}}}""";

        assertThat(html(alike, "{}", "", "Pay")).contains("PassStateExited").doesNotContain("SucceedStateEntered");
    }

    @Test
    void iterations_are_told_apart_and_of_many_those_that_failed_come_first() {
        String each = """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ToleratedFailurePercentage": 100,
                  "ItemProcessor": {"StartAt": "One", "States": {
                    "One": {"Type": "Pass", "Parameters": {"to.$": "States.MathAdd($, 1)"}, "End": true}}}}}}""";
        String numbers =
                IntStream.range(0, 30).mapToObj(String::valueOf).toList().toString();

        List<String> few = chosen(each, "[1, 2]", "One");
        List<String> many = chosen(each, numbers.replace("29", "\"x\""), "One");

        assertThat(few)
                .containsSubsequence("in iteration 0 of \"Each\" after 0 ms, entered at 0 ms", "Input", "1")
                .containsSubsequence("in iteration 1 of \"Each\" after 0 ms, entered at 0 ms", "Input", "2");
        assertThat(many)
                .contains("Entered 30 times; here are 20 of them, first those that run or have failed.")
                .containsSubsequence("Failed", "in iteration 29 of \"Each\" after 0 ms, entered at 0 ms", "Passed");
        assertThat(many.stream().filter("Input"::equals)).hasSize(ChosenState.MOST);
    }

    @Test
    void a_state_that_runs_has_lasted_until_now() {
        List<HistoryEntry> history = Runs.history(SAGA, "{}");

        String html = ExecutionReport.of(Runs.definition(SAGA), history.subList(0, 2))
                .searchedAt("/here", Map.of(), "", "Again")
                .asOf(history.get(0).time().plusSeconds(75))
                .toHtml();

        assertThat(lines(html)).containsSubsequence("Running", "for 75.00 s, entered at 0 ms", "Input", "{}");
    }

    @Test
    void a_state_that_was_not_entered_says_so_and_what_it_is_called_is_no_markup() {
        assertThat(Stream.of("Done", "<b>\"x"))
                .allSatisfy(name -> assertThat(chosen(SAGA, "{}", name)).endsWith("This state has not been entered."));
        assertThat(html(SAGA, "{}", "", "<b>\"x")).doesNotContain("<b>");
    }
}
