package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine made in Java has the findings that its ASL text has. */
class FindingsTest {
    private record Letter(
            @JsonProperty("TopicArn") String topic,
            @JsonProperty("Message") String message,
            boolean express) {}

    private interface Desk {
        Letter validate(Letter letter);
    }

    private static NeedsEnd<Letter, Letter> open() {
        return StateMachine.start(task("Validate", Desk::validate)
                .then(choice("Express?")
                        .when(path(Letter::express).isTrue(), pass("Fast"))
                        .otherwise(pass("Slow"))));
    }

    private static StateMachine<Letter, Letter> machine() {
        return open().end();
    }

    @Test
    void a_machine_without_fault_has_none() {
        assertThat(machine().findings()).isEmpty();
    }

    @Test
    void a_hint_tells_its_state_and_its_rule() {
        StateMachine<Letter, Letter> machine =
                machine().resources(method -> "arn:aws:lambda:eu-west-1:123456789012:function:validate");

        assertThat(machine.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo("Validate");
            assertThat(finding.severity()).isEqualTo(Severity.HINT);
            assertThat(finding)
                    .asString()
                    .startsWith("state \"Validate\": hint [ASL-ERR-008] the Lambda service itself");
        });
    }

    /** The methods' types say that the letter comes back; the service that their resources name gives something else. */
    private static StateMachine<Letter, Letter> misled(QueryLanguage language) {
        return open().queryLanguage(language).end().resources(method -> "arn:aws:states:::sns:publish");
    }

    @Test
    void a_warning_of_the_flow_tells_its_state() {
        assertThat(misled(QueryLanguage.JSONATA).findings())
                .filteredOn(finding -> finding.state().equals("Express?"))
                .singleElement()
                .asString()
                .startsWith("state \"Express?\": warning [ASL-FLW-005] state \"Express?\" reads $states.input.express");
    }

    @Test
    void an_error_of_the_flow_keeps_the_machine_from_being_made() {
        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> misled(QueryLanguage.JSONPATH))
                .withMessageContaining("state \"Express?\": [ASL-FLW-001] state \"Express?\" reads $.express");
    }

    private static NeedsEnd<Letter, Letter> inJsonPath() {
        return open().queryLanguage(QueryLanguage.JSONPATH);
    }

    @Test
    void a_machine_that_is_to_fail_is_made_if_it_ignores_the_rule_in_the_state() {
        StateMachine<Letter, Letter> machine = inJsonPath()
                .ignoring("ASL-FLW-001", "Express?")
                .end()
                .resources(method -> "arn:aws:states:::sns:publish");

        assertThat(machine.findings()).extracting(Finding::rule).doesNotContain("ASL-FLW-001", "ASL-IGN-004");
    }

    @Test
    void a_rule_is_ignored_in_the_states_that_are_named_and_in_no_other() {
        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> inJsonPath()
                        .ignoring("ASL-FLW-001", "Validate")
                        .end()
                        .resources(method -> "arn:aws:states:::sns:publish"))
                .withMessageContaining("state \"Express?\": [ASL-FLW-001]");
    }

    @Test
    void without_states_a_rule_is_ignored_in_the_whole_machine() {
        assertThat(inJsonPath()
                        .ignoring("ASL-ERR-008")
                        .end()
                        .resources(method -> "arn:aws:lambda:eu-west-1:123456789012:function:validate")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_rule_that_is_ignored_in_the_whole_machine_is_so_wherever_else_it_is_ignored() {
        assertThat(inJsonPath()
                        .ignoring("ASL-FLW-001")
                        .ignoring("ASL-FLW-001", "Slow")
                        .end()
                        .resources(method -> "arn:aws:states:::sns:publish")
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("ASL-FLW-001", "ASL-IGN-004");
    }

    @Test
    void what_is_ignored_in_vain_is_told() {
        assertThat(inJsonPath().ignoring("ASL-FLW-001", "Slow").end().findings())
                .singleElement()
                .asString()
                .isEqualTo("warning [ASL-IGN-004] ASL-FLW-001 at \"Slow\" suppresses nothing; remove it");
    }

    @ParameterizedTest
    @CsvSource({"ASL-FLW-100, Slow, there is no rule \"ASL-FLW-100\"", "ASL-FLW-001, Slw, there is no state \"Slw\""})
    void a_rule_or_state_that_does_not_exist_keeps_the_machine_from_being_made(
            String rule, String state, String message) {
        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> inJsonPath().ignoring(rule, state).end())
                .withMessageContaining(message);
    }
}
