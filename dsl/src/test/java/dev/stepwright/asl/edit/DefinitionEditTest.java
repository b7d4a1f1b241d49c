package dev.stepwright.asl.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.ServiceDiagnostic;
import dev.stepwright.validation.ServiceValidator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change to one state does to the ways of the others. */
class DefinitionEditTest {
    private static final String ORDER = """
            {"Comment": "an order", "StartAt": "Check", "States": {
              "Check": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:check", "Next": "Large?",
                "Retry": [{"ErrorEquals": ["Busy"]}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}]},
              "Large?": {"Type": "Choice", "Default": "Pay", "Choices": [
                {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Rest"},
                {"Variable": "$.again", "IsPresent": true, "Next": "Check"}]},
              "Rest": {"Type": "Wait", "Seconds": 90, "Next": "Pay"},
              "Pay": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Pass", "Next": "Book"}, "Book": {"Type": "Pass", "End": true}}}]},
              "Refused": {"Type": "Fail", "Error": "Refused"}}}
            """;
    private static final String LINES = """
            {"QueryLanguage": "JSONata", "StartAt": "Lines", "States": {
              "Lines": {"Type": "Map", "Items": "{% $states.input.lines %}", "Next": "Any?", "ItemProcessor": {
                "StartAt": "Known?", "States": {
                  "Known?": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.known %}", "Next": "Take"}]},
                  "Take": {"Type": "Succeed"}}}},
              "Any?": {"Type": "Choice", "Choices": [{"Condition": "{% $count($states.input) > 0 %}", "Next": "Done"}], "Default": "Lines"},
              "Done": {"Type": "Succeed"}}}
            """;

    @Test
    void a_copy_comes_after_its_state_and_goes_on_as_that_did_under_names_of_its_own() {
        DefinitionEdit.Result copied = at("Pay").copy();

        assertThat(copied.state()).contains("Pay 2");
        assertThat(ways(copied.definition()))
                .contains("\"Next\": \"Pay 2\"", "\"StartAt\": \"Charge 2\"")
                .contains("\"Charge 2\": { \"Type\": \"Pass\", \"Next\": \"Book 2\" }");
        assertThat(copied.definition().states().keySet())
                .containsExactly("Check", "Large?", "Rest", "Pay", "Pay 2", "Refused");
        DefinitionEdit.Result again =
                DefinitionEdit.at(copied.definition(), "Pay 2").copy();
        assertThat(again.state()).contains("Pay 3");
        assertThat(again.definition().scopes().stream().flatMap(scope -> scope.states().keySet().stream()))
                .contains("Charge 3", "Book 3")
                .doesNotHaveDuplicates();
        assertThat(refusals(again.definition().toAsl())).isEmpty();
    }

    @Test
    void a_copy_of_a_choice_is_its_default_and_of_an_end_there_is_none() {
        assertThat(ways(at("Large?").copy().definition()))
                .contains("\"Large?\": { \"Type\": \"Choice\", \"Default\": \"Large? 2\"")
                .contains("\"Large? 2\": { \"Type\": \"Choice\", \"Default\": \"Pay\"");
        assertThatIllegalArgumentException()
                .isThrownBy(at("Refused")::copy)
                .withMessage("\"Refused\" is a Fail state, so nothing can come after it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "12345678901234567890123456789012345678901234567890123456789012345678901234567890", " 7"})
    void the_name_of_a_copy_is_never_too_long_or_blank(String name) {
        StateMachineDefinition one = definition(
                "{\"StartAt\": \"" + name + "\", \"States\": {\"" + name + "\": {\"Type\": \"Pass\", \"End\": true}}}");

        assertThat(DefinitionEdit.at(one, name).copy().state())
                .hasValueSatisfying(copy -> assertThat(copy).endsWith(" 2").hasSizeBetween(2, 80));
    }

    private static StateMachineDefinition definition(String text) {
        return AslDocument.parse("test.asl.json", text).definition();
    }

    private static DefinitionEdit at(String state) {
        return DefinitionEdit.at(definition(ORDER), state);
    }

    private static String ways(StateMachineDefinition definition) {
        return definition.toAsl().replaceAll("\\s+", " ");
    }

    @Test
    void what_led_to_a_state_leads_to_the_one_that_is_put_before_it() {
        DefinitionEdit.Result result = at("Pay").addBefore(NewState.PASS);

        assertThat(result.state()).contains("Pass");
        assertThat(result.definition().states().keySet())
                .containsExactly("Check", "Large?", "Rest", "Pass", "Pay", "Refused");
        assertThat(result.definition().states().get("Rest").next()).contains("Pass");
        assertThat(result.definition().states().get("Large?").text("Default")).contains("Pass");
        assertThat(result.definition().states().get("Pass").next()).contains("Pay");
    }

    @Test
    void the_first_state_is_followed_by_what_was_the_first() {
        StateMachineDefinition changed = at("Check").addBefore(NewState.CHOICE).definition();

        assertThat(changed.startAt()).contains("Choice");
        assertThat(ways(changed))
                .contains("\"Variable\": \"$\", \"IsPresent\": true, \"Next\": \"Check\" } ], \"Default\": \"Check\"");
        assertThat(ways(changed)).contains("\"IsPresent\": true, \"Next\": \"Choice\"");
    }

    @Test
    void a_machine_without_states_starts_with_the_one_that_it_gets() {
        AslDocument empty = AslDocument.parse("test.asl.json", """
                {"Comment" : "later", "States": {},
                  "TimeoutSeconds": 1.10}
                """);

        assertThat(DefinitionText.of(
                        empty,
                        DefinitionEdit.first(empty.definition(), NewState.PASS, "Start")
                                .definition()))
                .contains("\"Comment\" : \"later\"", "\"TimeoutSeconds\": 1.10");
        StateMachineDefinition chosen = DefinitionEdit.first(empty.definition(), NewState.CHOICE, "Which")
                .definition();
        assertThat(chosen.startAt()).contains("Which");
        assertThat(chosen.states().keySet()).containsExactly("Which", "Succeed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionEdit.first(chosen, NewState.PASS, "Start"))
                .withMessageStartingWith("the machine has states already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionEdit.first(empty.definition(), NewState.PASS, " "))
                .withMessageContaining("a state name must have 1 to 80 characters");
    }

    @Test
    void a_state_that_is_put_after_another_goes_on_as_that_did() {
        assertThat(at("Rest")
                        .addAfter(NewState.TASK)
                        .definition()
                        .states()
                        .get("Task")
                        .next())
                .contains("Pay");
        assertThat(at("Pay")
                        .addAfter(NewState.WAIT)
                        .definition()
                        .states()
                        .get("Wait")
                        .isEnd())
                .isTrue();
        StateMachineDefinition inBranch =
                at("Book").addAfter(NewState.FAIL).definition().scopes().get(1);
        assertThat(inBranch.states().get("Book").next()).contains("Fail");
        assertThat(inBranch.states().keySet()).containsExactly("Charge", "Book", "Fail");
    }

    @Test
    void after_a_choice_a_state_becomes_its_default() {
        StateMachineDefinition changed = at("Large?").addAfter(NewState.MAP).definition();

        assertThat(changed.states().get("Large?").text("Default")).contains("Map");
        assertThat(changed.states().get("Map").next()).contains("Pay");
    }

    @Test
    void a_choice_at_the_end_leads_to_a_state_that_succeeds() {
        StateMachineDefinition changed = at("Pay").addAfter(NewState.CHOICE).definition();

        assertThat(changed.states().get("Choice").text("Default")).contains("Succeed");
        assertThat(changed.states().get("Succeed").json()).hasToString("{\"Type\":\"Succeed\"}");
    }

    @Test
    void nothing_comes_after_what_ends_and_nothing_that_ends_before_another() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Refused").addAfter(NewState.PASS))
                .withMessage("\"Refused\" is a Fail state, so nothing can come after it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Rest").addAfter(NewState.SUCCEED))
                .withMessage(
                        "a Succeed state ends the machine, but \"Rest\" leads to \"Pay\"; add it after a state that ends");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Pay").addBefore(NewState.FAIL))
                .withMessage("a Fail state ends the machine, so it cannot lead to \"Pay\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Nowhere"))
                .withMessage("there is no state \"Nowhere\"");
    }

    @Test
    void what_led_to_a_state_that_is_taken_away_leads_to_what_followed() {
        DefinitionEdit.Result result = at("Rest").remove();

        assertThat(result.state()).contains("Pay");
        assertThat(ways(result.definition())).contains("\"NumericGreaterThan\": 1000, \"Next\": \"Pay\"");
    }

    @Test
    void without_what_follows_states_end_and_rules_go() {
        StateMachineDefinition withoutEnd = at("Pay").remove().definition();
        StateMachineDefinition withoutRefusal = at("Refused").remove().definition();

        assertThat(withoutEnd.states().get("Rest").isEnd()).isTrue();
        assertThat(withoutEnd.states().get("Large?").field("Default")).isEmpty();
        assertThat(withoutRefusal.states().get("Check").field("Catch")).isEmpty();
    }

    @Test
    void what_only_led_from_a_state_goes_with_it() {
        assertThat(at("Large?").remove().definition().states().keySet()).containsExactly("Check", "Pay", "Refused");
    }

    @Test
    void something_is_left_of_every_machine_and_choice() {
        StateMachineDefinition lines = definition(LINES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionEdit.at(lines, "Take").remove())
                .withMessage(
                        "\"Take\" cannot be removed: the rules of \"Known?\" lead to nothing else; remove that state first");
        DefinitionEdit.Result one = DefinitionEdit.at(lines, "Known?").remove();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionEdit.at(one.definition(), "Take").remove())
                .withMessage("\"Take\" cannot be removed: no state would be left to start with");
    }

    @Test
    void a_name_is_changed_wherever_it_stands() {
        StateMachineDefinition changed = at("Check").rename("Check order").definition();

        assertThat(changed.startAt()).contains("Check order");
        assertThat(changed.states().keySet()).startsWith("Check order", "Large?");
        assertThat(ways(changed))
                .contains("\"IsPresent\": true, \"Next\": \"Check order\"")
                .doesNotContain("\"Check\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Check").rename("Book"))
                .withMessage("there is already a state \"Book\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Check").rename("x".repeat(81)))
                .withMessage("a state name must have 1 to 80 characters, found 81");
    }

    @Test
    void a_state_can_be_led_elsewhere() {
        assertThat(at("Rest").leadTo("Check").definition().states().get("Rest").next())
                .contains("Check");
        assertThat(at("Rest").end().definition().states().get("Rest").isEnd()).isTrue();
        assertThat(at("Pay").leadTo("Refused").definition().states().get("Pay").isEnd())
                .isFalse();
        assertThat(at("Large?").end().definition().states().get("Large?").field("Default"))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("Rest").leadTo("Book"))
                .withMessage("\"Rest\" cannot lead to \"Book\": there is no such state in its scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDER, LINES})
    void no_change_makes_a_definition_that_aws_would_refuse(String text) {
        AslDocument document = AslDocument.parse("test.asl.json", text);

        assertThat(changesOf(document, NewState.values())).isGreaterThan(50);
        assertThat(document.definition()).as("the definition itself").isEqualTo(definition(text));
    }

    /** Makes every change with such new states at every state, holds each against the rules, and returns how many could be made. */
    private static int changesOf(AslDocument document, NewState... kinds) {
        StateMachineDefinition definition = document.definition();
        Map<String, String> texts = texts(document);
        List<String> names = definition.scopes().stream()
                .flatMap(scope -> scope.states().keySet().stream())
                .toList();
        int made = 0;
        for (String name : names) {
            for (Function<DefinitionEdit, DefinitionEdit.Result> change : changes(kinds)) {
                Optional<StateMachineDefinition> changed = changed(DefinitionEdit.at(definition, name), change);
                made += changed.isPresent() ? 1 : 0;
                changed.ifPresent(machine -> check(document, texts, name, machine));
            }
        }
        return made;
    }

    /** The text after a change is that of the changed definition, and has the states that are as they were as they were. */
    private static void check(
            AslDocument document, Map<String, String> texts, String name, StateMachineDefinition machine) {
        String text = DefinitionText.of(document, machine);
        AslDocument changed = AslDocument.parse("changed", text);
        assertThat(refusals(text)).as("%s changed to %s", name, text).isEmpty();
        assertThat(JsonText.compact(changed.root())).isEqualTo(JsonText.compact(machine.json()));
        machine.states().values().forEach(state -> {
            String before = texts.get(JsonText.compact(state.json()));
            assertThat(before == null || text.contains(before)).as(before).isTrue();
        });
    }

    private static List<ServiceDiagnostic> refusals(String text) {
        return ServiceValidator.validate(text, WorkflowType.STANDARD).stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .toList();
    }

    /** Returns the texts of the outermost states by their JSON. */
    private static Map<String, String> texts(AslDocument document) {
        List<String> names = List.copyOf(document.root().propertyNames());
        Span states =
                Span.of(document.asl()).parts().get(names.indexOf("States")).value();
        Map<String, String> texts = new HashMap<>();
        int at = 0;
        for (State state : document.definition().states().values()) {
            Span span = states.parts().get(at++).value();
            texts.putIfAbsent(JsonText.compact(state.json()), document.asl().substring(span.start(), span.end()));
        }
        return texts;
    }

    @Test
    void nor_do_changes_to_what_users_have_written() throws IOException {
        int made = 0;
        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            AslDocument document = AslDocument.read(file);
            if (refusals(document.asl()).isEmpty()) {
                made += changesOf(document, NewState.CHOICE);
            }
        }
        assertThat(made).isGreaterThan(3_000);
    }

    private static List<Function<DefinitionEdit, DefinitionEdit.Result>> changes(NewState... kinds) {
        List<Function<DefinitionEdit, DefinitionEdit.Result>> changes = new ArrayList<>();
        for (NewState kind : kinds) {
            changes.add(edit -> edit.addBefore(kind));
            changes.add(edit -> edit.addAfter(kind));
        }
        changes.add(DefinitionEdit::remove);
        changes.add(edit -> edit.rename("Another"));
        return changes;
    }

    private static Optional<StateMachineDefinition> changed(
            DefinitionEdit edit, Function<DefinitionEdit, DefinitionEdit.Result> change) {
        try {
            return Optional.of(change.apply(edit).definition());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching(".*\".*");
            return Optional.empty();
        }
    }
}
