package dev.stepwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.Runs;
import dev.stepwright.json.JsonDocument;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class DiagramTest {
    private static final StateMachineDefinition ORDER = definition("""
            {"Comment": "Takes orders", "StartAt": "Big?", "States": {
              "Big?": {"Type": "Choice", "Choices": [
                {"Variable": "$.total", "NumericGreaterThan": 10, "Next": "Review"},
                {"Variable": "$.tier", "StringEquals": "GOLD", "Next": "Review"}], "Default": "Ship all"},
              "Review": {"Type": "Task", "Comment": "By a clerk", "Next": "Ship all",
                "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "arn:aws:lambda:eu-west-1:123456789012:function:review"},
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 7}],
                "Catch": [{"ErrorEquals": ["Refused", "States.Timeout"], "Next": "Sorry"}]},
              "Ship all": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Label", "States": {"Label": {"Type": "Pass", "End": true}}},
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 5, "End": true,
                  "ItemProcessor": {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 30, "End": true}}}}}}]},
              "Sorry": {"Type": "Fail", "Error": "OrderRefused"}}}
            """);

    private static StateMachineDefinition definition(String json) {
        return StateMachineDefinition.of(JsonDocument.parse(json).root());
    }

    private static Svg svg(StateMachineDefinition definition) {
        return Svg.parse(Diagram.of(definition).toSvg());
    }

    private static List<String> texts(Element group) {
        return List.of(group.getTextContent().split("\\s*\\n\\s*"));
    }

    @Test
    void every_state_is_a_group_with_its_name_kind_and_an_id_made_of_its_name() {
        Svg svg = svg(ORDER);

        assertThat(svg.all("g").stream()
                        .map(group -> group.getAttribute("data-state"))
                        .filter(name -> !name.isEmpty()))
                .containsExactly("Big?", "Review", "Ship all", "Label", "Each", "Rest", "Sorry");
        assertThat(svg.state("Review").getAttribute("id")).isEqualTo("state-Review");
        assertThat(svg.state("Big?").getAttribute("id")).isEqualTo("state-Big.3f");
        assertThat(svg.state("Ship all").getAttribute("class")).isEqualTo("state parallel");
    }

    @Test
    void a_state_tells_in_short_what_it_does_and_the_rest_in_its_tooltip() {
        Svg svg = svg(ORDER);

        assertThat(svg.state("Review").getTextContent()).contains("lambda:invoke review");
        assertThat(Svg.tooltip(svg.state("Review")))
                .isEqualTo("Task Review\narn:aws:states:::lambda:invoke\nBy a clerk\nretries on Busy, at most 7 times");
        assertThat(svg.state("Each").getTextContent()).contains("for each of $.items, 5 at once");
        assertThat(svg.state("Rest").getTextContent()).contains("30 s");
        assertThat(svg.state("Sorry").getTextContent()).contains("OrderRefused");
    }

    @Test
    void conditions_on_long_paths_show_what_the_last_member_is_compared_with() {
        Svg svg = svg(definition("""
            {"StartAt": "Done?", "States": {
              "Done?": {"Type": "Choice", "Choices": [
                {"Variable": "$.TranscriptionResult.TranscriptionJob.TranscriptionJobStatus", "StringEquals": "COMPLETED", "Next": "Yes"},
                {"Variable": "$.TranscriptionResult.TranscriptionJob.TranscriptionJobStatus", "StringEquals": "FAILED", "Next": "No"}]},
              "Yes": {"Type": "Succeed"}, "No": {"Type": "Fail"}}}
            """));

        assertThat(svg.all("text").stream()
                        .filter(text -> text.getAttribute("class").equals("label"))
                        .map(Element::getTextContent))
                .containsExactlyInAnyOrder(
                        "\u2026TranscriptionJob.",
                        "TranscriptionJobStatus =",
                        "\"COMPLETED\"",
                        "\u2026TranscriptionJob.",
                        "TranscriptionJobStatus =",
                        "\"FAILED\"");
        assertThat(Svg.tooltip(svg.way("Done?", "Yes", false)))
                .isEqualTo("$.TranscriptionResult.TranscriptionJob.TranscriptionJobStatus = \"COMPLETED\"");
    }

    @Test
    void ways_between_the_same_two_states_are_one_with_all_their_conditions() {
        Svg svg = svg(ORDER);

        assertThat(Svg.tooltip(svg.way("Big?", "Review", false))).isEqualTo("$.total > 10\n$.tier = \"GOLD\"");
        assertThat(Svg.tooltip(svg.way("Big?", "Ship all", false))).isEqualTo("otherwise");
        assertThat(Svg.tooltip(svg.way("Review", "Sorry", true))).isEqualTo("Refused, States.Timeout");
    }

    @Test
    void the_picture_has_a_title_and_is_told_in_words() {
        Svg svg = Svg.parse(Diagram.of(ORDER).titled("order <1>").toSvg());

        assertThat(svg.all("svg").get(0).getAttribute("aria-labelledby")).isEqualTo("stepwright-title stepwright-desc");
        assertThat(svg.all("title").get(0).getTextContent()).isEqualTo("order <1>");
        assertThat(svg.all("desc").get(0).getTextContent())
                .startsWith("Takes orders\n7 states, the first is Big?.\nBig? (Choice): if $.total > 10 then Review;")
                .contains("Review (Task): then Ship all; on Refused, States.Timeout then Sorry.");
    }

    @Test
    void the_picture_needs_nothing_from_elsewhere_and_runs_nothing() {
        String text = Diagram.of(ORDER).toSvg();

        assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("<script", "http:", "https:", "url(", "@import", "href");
        assertThat(text).contains("prefers-color-scheme:dark");
    }

    @Test
    void the_same_definition_gives_the_same_bytes_in_every_language() {
        String text = Diagram.of(ORDER).toSvg();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Diagram.of(ORDER).toSvg()).isEqualTo(text);
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Diagram.of(ORDER).toSvg()).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "a\\u0000b\\ufffe", "]]>", "\\\"'&", "", "\\n\\n", "😀 注文を確認する"})
    void names_are_data_whatever_they_hold(String name) {
        StateMachineDefinition definition = definition("""
                {"Comment": "%1$s", "StartAt": "%1$s", "States": {"%1$s": {"Type": "Task", "Resource": "%1$s", "Comment": "%1$s", "Next": "x%1$s",
                  "Catch": [{"ErrorEquals": ["%1$s"], "Next": "%1$s"}]}}}""".formatted(name));

        Svg svg = Svg.parse(Diagram.of(definition).titled(name).toSvg());

        assertThat(svg.all("script")).isEmpty();
        assertThat(svg.all("g").stream().map(group -> group.getAttribute("id")).filter(id -> !id.isEmpty()))
                .hasSize(2)
                .allSatisfy(id -> assertThat(id).matches("state-[A-Za-z0-9_.-]*"));
    }

    @Test
    void a_target_that_does_not_exist_is_drawn_as_such() {
        Svg svg = svg(definition("""
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Lost"}}}"""));

        assertThat(svg.state("Lost").getAttribute("class")).isEqualTo("state missing");
        assertThat(texts(svg.state("Lost"))).anyMatch(text -> text.contains("no such state"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"States\": 5}",
                "{\"States\": {}}",
                "{\"States\": {\"A\": {}, \"B\": 5}}",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Parallel\", \"Branches\": [{}, 7], \"Next\": \"A\"}}}",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": {}}, \"C\": {\"Type\": \"Choice\", \"Choices\": [{\"Next\": \"C\"}]}}}"
            })
    void a_definition_with_faults_is_drawn_as_far_as_it_goes(String json) {
        assertThat(svg(definition(json)).all("svg")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Comment\": \"later\", \"States\": {}}"})
    void a_machine_without_states_says_so(String json) {
        assertThat(Diagram.of(definition(json)).toSvg()).contains(">There are no states.</");
    }

    @Test
    void the_same_name_twice_which_is_no_valid_definition_has_two_ids() {
        Svg svg = svg(definition("""
                {"StartAt": "A", "States": {"A": {"Type": "Map", "End": true,
                  "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}}"""));

        assertThat(svg.all("g").stream().map(group -> group.getAttribute("id")).filter(id -> !id.isEmpty()))
                .containsExactlyInAnyOrder("state-A", "state-A..2");
    }

    private static final String BRANCHES = """
            {"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "Next": "Again", "ItemProcessor": {"StartAt": "Take", "States": {"Take": {"Type": "Wait", "Seconds": 2, "End": true}}}},
              "Again": {"Type": "Task", "Resource": "arn:aws:states:::once", "Next": "Bad", "Retry": [{"ErrorEquals": ["Boom"], "IntervalSeconds": 2}]},
              "Bad": {"Type": "Task", "Resource": "arn:aws:states:::fail", "Next": "Done", "Catch": [{"ErrorEquals": ["Boom"], "Next": "Sorry"}]},
              "Done": {"Type": "Succeed"},
              "Sorry": {"Type": "Fail", "Error": "Refused"}}}""";

    @Test
    void a_machine_whose_ways_nobody_could_follow_is_drawn_without_them_and_says_so() {
        Random random = new Random(1);
        int count = 1000;
        String states = IntStream.range(0, count)
                .mapToObj(i -> "\"S%d\": {\"Type\": \"Choice\", \"Default\": \"S%d\", \"Choices\": [%s]}"
                        .formatted(
                                i,
                                random.nextInt(count),
                                IntStream.range(0, 2)
                                        .mapToObj(
                                                j -> "{\"Variable\": \"$.a\", \"NumericEquals\": %d, \"Next\": \"S%d\"}"
                                                        .formatted(j, random.nextInt(count)))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));

        Svg svg = svg(definition("{\"StartAt\": \"S0\", \"States\": {" + states + "}}"));

        assertThat(svg.all("g").stream()
                        .filter(group -> !group.getAttribute("data-state").isEmpty()))
                .hasSize(count);
        assertThat(svg.all("g").stream().map(group -> group.getAttribute("class")))
                .contains("note")
                .doesNotContain("way");
        assertThat(svg.all("text").stream()
                        .map(Element::getTextContent)
                        .limit(4)
                        .collect(Collectors.joining(" ")))
                .startsWith("Too many transitions between these 1000 states to draw.");
    }

    @Test
    void an_execution_is_shown_by_marks_words_and_counts() {
        Course course = Course.of(Runs.history(BRANCHES, "[1, 2, 3]"));

        Svg svg =
                Svg.parse(Diagram.of(Runs.definition(BRANCHES)).showing(course).toSvg());

        assertThat(svg.state("Take").getAttribute("class")).isEqualTo("state wait passed");
        assertThat(svg.state("Take").getTextContent()).contains("\u00d73");
        assertThat(Svg.tooltip(svg.state("Take")))
                .startsWith("Wait Take\nentered 3 times, passed, 6.00 s in total, 2.00 s at most");
        assertThat(Svg.tooltip(svg.state("Again")))
                .contains("entered once, passed, retried once, 2.00 s\nlast error Boom");
        assertThat(svg.state("Bad").getAttribute("class")).isEqualTo("state task caught");
        assertThat(svg.state("Sorry").getAttribute("class")).isEqualTo("state fail failed");
        assertThat(svg.state("Done").getAttribute("class")).isEqualTo("state succeed untouched");
        assertThat(svg.way("Bad", "Sorry", true).getAttribute("class")).isEqualTo("way catch passed");
        assertThat(svg.way("Bad", "Done", false).getAttribute("class")).isEqualTo("way untouched");
        assertThat(svg.all("text").stream().map(Element::getTextContent))
                .contains("passed", "failed", "failed and caught", "not reached")
                .doesNotContain("running");
        assertThat(svg.all("desc").get(0).getTextContent())
                .contains("Bad (Task), entered once, failed and caught, 0 ms, last error Boom: then Done;");
    }

    @Test
    void what_no_test_has_gone_through_is_shown() {
        Course course = Course.of(Runs.history(BRANCHES, "[]"));

        Svg svg = Svg.parse(
                Diagram.of(Runs.definition(BRANCHES)).showingTested(course).toSvg());

        assertThat(svg.state("Take").getAttribute("class")).isEqualTo("state wait untested");
        assertThat(svg.state("Bad").getAttribute("class")).isEqualTo("state task tested");
        assertThat(svg.way("Bad", "Done", false).getAttribute("class")).isEqualTo("way untested");
        assertThat(Svg.tooltip(svg.way("Bad", "Sorry", true))).isEqualTo("Boom\nonce in tests");
    }

    @Test
    void items_of_a_distributed_map_are_neither_reached_nor_not() {
        StateMachineDefinition definition = definition("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Take", "States": {"Take": {"Type": "Pass", "End": true}}}}}}""");

        assertThat(Svg.parse(Diagram.of(definition).showing(Course.NONE).toSvg())
                        .state("Take")
                        .getAttribute("class"))
                .isEqualTo("state pass elsewhere");
        assertThat(svg(definition).state("Take").getAttribute("class")).isEqualTo("state pass");
    }
}
