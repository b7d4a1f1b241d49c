package dev.stepwright.diagram.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.StateKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CourseTest {
    private static final String BRANCHES = """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "Next": "Done", %s "Branches": [
              {"StartAt": "Bad", "States": {"Bad": {"Type": "Task", "Resource": "arn:aws:states:::fail", "End": true}}},
              {"StartAt": "Inner", "States": {"Inner": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Slow", "States": {"Slow": {"Type": "Wait", "Seconds": 60, "End": true}}}]}}}]},
              "Done": {"Type": "Succeed"}}}""";

    private static Course course(String json, String input) {
        return Course.of(Runs.history(json, input));
    }

    @Test
    void a_state_that_is_left_has_passed_and_its_time_is_told() {
        Course course = course("""
                {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 5, "Next": "Done"}, "Done": {"Type": "Succeed"},
                 "Other": {"Type": "Pass", "End": true}}}""", "{}");

        assertThat(course.state("Rest").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(course.state("Rest").inAll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(course.taken(new Way("Rest", "Done", false))).isEqualTo(1);
        assertThat(course.state("Other")).isEqualTo(StateCourse.NONE);
    }

    @Test
    void a_retry_is_counted_and_a_caught_error_is_told() {
        Course course = course("""
                {"StartAt": "Again", "States": {
                  "Again": {"Type": "Task", "Resource": "arn:aws:states:::once", "Next": "Bad", "Retry": [{"ErrorEquals": ["Boom"], "IntervalSeconds": 2}]},
                  "Bad": {"Type": "Task", "Resource": "arn:aws:states:::fail", "Next": "Done", "Catch": [{"ErrorEquals": ["Boom"], "Next": "Done"}]},
                  "Done": {"Type": "Succeed"}}}""", "{}");

        assertThat(course.state("Again").retries()).isEqualTo(1);
        assertThat(course.state("Again").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(course.state("Again").longest()).isEqualTo(Duration.ofSeconds(2));
        assertThat(course.state("Bad").visits()).isEqualTo(Map.of(Fate.CAUGHT, 1));
        assertThat(course.state("Bad").error()).isEqualTo("Boom");
        assertThat(course.taken(new Way("Bad", "Done", true))).isEqualTo(1);
        assertThat(course.taken(new Way("Bad", "Done", false))).isZero();
    }

    @Test
    void a_fail_state_has_ended_as_it_was_entered_however_long_it_takes_until_what_is_around_it_is_tried_again() {
        Course course = course("""
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true,
                  "Retry": [{"ErrorEquals": ["Bad"], "IntervalSeconds": 3, "MaxAttempts": 1}],
                  "Branches": [{"StartAt": "No", "States": {"No": {"Type": "Fail", "Error": "Bad"}}}]}}}""", "{}");

        assertThat(course.state("No").visits()).isEqualTo(Map.of(Fate.FAILED, 2));
        assertThat(course.state("No").inAll()).isEqualTo(Duration.ZERO);
        assertThat(course.state("Both").inAll()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void what_fails_takes_what_it_is_in_with_it_and_stops_the_rest() {
        Course course = course(BRANCHES.formatted(""), "{}");

        assertThat(course.state("Bad").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(course.state("Both").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(course.state("Inner").visits()).isEqualTo(Map.of(Fate.STOPPED, 1));
        assertThat(course.state("Slow").visits()).isEqualTo(Map.of(Fate.STOPPED, 1));
        assertThat(course.state("Done").entered()).isZero();
    }

    @Test
    void a_redriven_execution_goes_on_in_the_state_that_failed() {
        List<HistoryEntry> history = Runs.redriven("""
                {"StartAt": "First", "States": {"First": {"Type": "Pass", "Next": "Again"},
                  "Again": {"Type": "Task", "Resource": "arn:aws:states:::once", "Next": "Done"}, "Done": {"Type": "Succeed"}}}""", "{}");
        int redriven = 0;
        while (!(history.get(redriven).event() instanceof Event.ExecutionRedriven)) {
            redriven++;
        }

        assertThat(Course.of(history.subList(0, redriven)).state("Again").visits())
                .isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(Course.of(history.subList(0, redriven + 1)).state("Again").visits())
                .isEqualTo(Map.of(Fate.RUNNING, 1));
        assertThat(Course.of(history).state("Again").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(Course.of(history).state("Again").retries()).isEqualTo(1);
        assertThat(Course.of(history).state("First").entered()).isEqualTo(1);
        assertThat(Course.of(history).taken(new Way("Again", "Done", false))).isEqualTo(1);
    }

    @Test
    void what_a_failure_stopped_goes_on_when_it_is_redriven() {
        Course course =
                Course.of(Runs.redriven(BRANCHES.formatted("").replace("states:::fail", "states:::once"), "{}"));

        assertThat(course.state("Bad").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(course.state("Both").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(course.state("Inner").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(course.state("Slow").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
        assertThat(course.state("Done").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
    }

    @Test
    void a_fail_state_that_is_entered_again_is_the_same_visit() {
        Course course = Course.of(Runs.redriven(
                "{\"StartAt\": \"No\", \"States\": {\"No\": {\"Type\": \"Fail\", \"Error\": \"Refused\"}}}", "{}"));

        assertThat(course.state("No").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(course.state("No").error()).isEqualTo("Refused");
    }

    @Test
    void a_parallel_that_is_tried_again_has_its_branches_entered_again() {
        Course course = course(
                BRANCHES.formatted(
                        "\"Retry\": [{\"ErrorEquals\": [\"Boom\"], \"MaxAttempts\": 2}], \"Catch\": [{\"ErrorEquals\": [\"Boom\"], \"Next\": \"Done\"}],"),
                "{}");

        assertThat(course.state("Both").visits()).isEqualTo(Map.of(Fate.CAUGHT, 1));
        assertThat(course.state("Both").retries()).isEqualTo(2);
        assertThat(course.state("Both").error()).isEqualTo("Boom");
        assertThat(course.state("Bad").visits()).isEqualTo(Map.of(Fate.FAILED, 3));
        assertThat(course.state("Slow").visits()).isEqualTo(Map.of(Fate.STOPPED, 3));
        assertThat(course.taken(new Way("Both", "Done", true))).isEqualTo(1);
    }

    @Test
    void an_iteration_that_is_aborted_belongs_to_its_map() {
        List<HistoryEntry> history = Runs.history("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "No", "States": {
                  "No": {"Type": "Fail"}}}}}}""", "[1, 2]");

        Map<Long, String> states = Course.statesOfEvents(history);

        assertThat(history)
                .filteredOn(entry -> entry.event() instanceof Event.IterationAborted)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(states).containsEntry(entry.id(), "Each"));
    }

    @Test
    void iterations_are_counted_and_a_failed_one_fails_the_map() {
        Course course = course("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 1, "End": true, "ItemProcessor": {"StartAt": "Good?", "States": {
                  "Good?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericGreaterThan": 0, "Next": "Take"}], "Default": "Refuse"},
                  "Take": {"Type": "Pass", "End": true}, "Refuse": {"Type": "Fail", "Error": "Bad"}}}}}}""", "[1, 2, 0, 3]");

        assertThat(course.state("Good?").visits()).isEqualTo(Map.of(Fate.PASSED, 3));
        assertThat(course.state("Take").visits()).isEqualTo(Map.of(Fate.PASSED, 2));
        assertThat(course.state("Refuse").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(course.state("Refuse").error()).isEqualTo("Bad");
        assertThat(course.state("Each").error()).isEqualTo("Bad");
        assertThat(course.state("Each").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(course.taken(new Way("Good?", "Take", false))).isEqualTo(2);
    }

    @Test
    void an_error_that_has_no_event_is_that_of_the_state_in_which_the_execution_ends() {
        Course course = course("""
                {"StartAt": "Sort", "States": {"Sort": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "Done"}]},
                  "Done": {"Type": "Succeed"}}}""", "{}");

        assertThat(course.state("Sort").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(course.state("Sort").error()).isEqualTo("States.Runtime");
    }

    @Test
    void an_execution_may_be_read_before_its_end() {
        List<HistoryEntry> history = Runs.history(BRANCHES.formatted(""), "{}");
        int scheduled = 0;
        while (!(history.get(scheduled).event() instanceof Event.TaskScheduled)) {
            scheduled++;
        }

        Course course = Course.of(history.subList(0, scheduled + 1));

        assertThat(course.state("Both").visits()).isEqualTo(Map.of(Fate.RUNNING, 1));
        assertThat(course.state("Bad").visits()).isEqualTo(Map.of(Fate.RUNNING, 1));
    }

    @Test
    void no_beginning_of_any_history_is_too_short_to_be_read() {
        List<HistoryEntry> history = Runs.history(BRANCHES.formatted(""), "{}");

        for (int end = 0; end <= history.size(); end++) {
            assertThat(Course.of(history.subList(0, end)).state("Done").entered())
                    .isZero();
        }
        assertThat(Course.of(history.subList(3, history.size())).state("Done").entered())
                .isZero();
    }

    @Test
    void a_state_that_is_left_after_the_execution_had_failed_has_passed_in_the_end() {
        List<HistoryEntry> history = new ArrayList<>(Runs.history("""
                {"StartAt": "Bad", "States": {"Bad": {"Type": "Task", "Resource": "arn:aws:states:::fail", "End": true}}}""", "{}"));
        assertThat(Course.of(history).state("Bad").visits()).isEqualTo(Map.of(Fate.FAILED, 1));
        HistoryEntry end = history.get(history.size() - 1);

        history.add(new HistoryEntry(
                end.id() + 1,
                end.id(),
                end.time(),
                new Event.StateExited(StateKind.TASK, "Bad", JsonNodeFactory.instance.objectNode(), Map.of())));

        assertThat(Course.of(history).state("Bad").visits()).isEqualTo(Map.of(Fate.PASSED, 1));
    }

    @Test
    void the_courses_of_several_executions_add_up() {
        Course one = course(BRANCHES.formatted(""), "{}");

        Course both = one.plus(one).plus(Course.NONE);

        assertThat(both.state("Bad").visits()).isEqualTo(Map.of(Fate.FAILED, 2));
        assertThat(both.state("Bad").error()).isEqualTo("Boom");
    }
}
