package dev.stepwright.asl.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import dev.stepwright.asl.edit.DefinitionEdit.Result;
import dev.stepwright.validation.ServiceDiagnostic;
import dev.stepwright.validation.ServiceValidator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is put on one way between two states, and what that does to other ways. */
class WayEditTest {
    private static final String ORDER = """
            {"StartAt": "Check", "States": {
              "Check": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:check", "Next": "Large?",
                "Catch": [{"ErrorEquals": ["Busy"], "Next": "Rest"}, {"ErrorEquals": ["States.ALL"], "Next": "Refused"}]},
              "Large?": {"Type": "Choice", "Default": "Pay", "Choices": [
                {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Rest"},
                {"Variable": "$.again", "IsPresent": true, "Next": "Check"},
                {"Variable": "$.paid", "IsPresent": true, "Next": "Pay"}]},
              "Rest": {"Type": "Wait", "Seconds": 90, "Next": "Note"},
              "Note": {"Type": "Pass", "Next": "Pay"},
              "Pay": {"Type": "Parallel", "Next": "Sent", "Branches": [
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Pass", "Next": "Book"}, "Book": {"Type": "Pass", "End": true}}}]},
              "Sent": {"Type": "Pass", "End": true},
              "Refused": {"Type": "Fail", "Error": "Refused"}}}
            """;

    private static StateMachineDefinition order() {
        return AslDocument.parse("order.asl.json", ORDER).definition();
    }

    private static WayEdit between(String from, String to) {
        return WayEdit.between(order(), from, to);
    }

    private static State state(Result result, String name) {
        return result.definition().scopes().stream()
                .flatMap(scope -> scope.state(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> targets(Result result, String from) {
        return Transition.of(state(result, from)).stream()
                .map(Transition::target)
                .toList();
    }

    @Test
    void only_what_leads_from_the_one_state_to_the_other_leads_to_a_new_one() {
        Result added = between("Large?", "Pay").add(NewState.PASS);

        assertThat(added.state()).contains("Pass");
        assertThat(targets(added, "Large?")).containsExactly("Rest", "Check", "Pass", "Pass");
        assertThat(targets(added, "Pass")).containsExactly("Pay");
        assertThat(targets(added, "Note")).containsExactly("Pay");
        assertThat(added.definition().states().keySet()).startsWith("Check", "Large?", "Pass", "Rest");
    }

    @Test
    void what_catches_an_error_is_a_way_of_its_own() {
        Result added = WayEdit.caught(order(), "Check", "Rest").add(NewState.WAIT);

        assertThat(targets(added, "Check")).containsExactly("Large?", "Wait", "Refused");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between("Check", "Rest"))
                .withMessage("\"Check\" does not lead to \"Rest\"");
    }

    @Test
    void the_start_is_a_way_that_loops_do_not_take() {
        Result added = WayEdit.start(order(), "Check").add(NewState.TASK);

        assertThat(added.definition().startAt()).contains("Task");
        assertThat(targets(added, "Task")).containsExactly("Check");
        assertThat(targets(added, "Large?")).contains("Check").doesNotContain("Task");
        assertThat(added.definition().states().keySet()).startsWith("Task", "Check");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WayEdit.start(order(), "Book"))
                .withMessage("nothing begins with \"Book\"");
    }

    @Test
    void so_is_the_end_also_of_a_branch() {
        Result added = WayEdit.end(order(), "Book").add(NewState.CHOICE);

        assertThat(targets(added, "Book")).containsExactly("Choice");
        assertThat(targets(added, "Choice")).containsExactly("Succeed", "Succeed");
        assertThat(state(WayEdit.end(order(), "Sent").add(NewState.FAIL), "Sent")
                        .isEnd())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WayEdit.end(order(), "Rest"))
                .withMessage("\"Rest\" does not end its machine");
    }

    @Test
    void what_ends_a_machine_is_put_where_nothing_is_lost() {
        assertThat(targets(between("Large?", "Rest").add(NewState.FAIL), "Large?"))
                .containsExactly("Fail", "Check", "Pay", "Pay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between("Rest", "Note").add(NewState.SUCCEED))
                .withMessage("a Succeed state ends the machine, so nothing would lead to \"Note\" any more");
    }

    @Test
    void a_state_is_moved_and_what_led_to_it_leads_to_what_followed_it() {
        Result moved = between("Check", "Large?").move("Note");

        assertThat(moved.state()).contains("Note");
        assertThat(targets(moved, "Check")).containsExactly("Note", "Rest", "Refused");
        assertThat(targets(moved, "Note")).containsExactly("Large?");
        assertThat(targets(moved, "Rest")).containsExactly("Pay");
        assertThat(moved.definition().states().keySet()).startsWith("Check", "Note", "Large?", "Rest");
    }

    @Test
    void only_the_way_it_is_put_on_leads_to_a_state_that_was_moved() {
        Result moved = between("Large?", "Pay").move("Rest");

        assertThat(targets(moved, "Large?"))
                .as("the rule that led to it leads to what followed")
                .containsExactly("Note", "Check", "Rest", "Rest");
        assertThat(targets(moved, "Check")).contains("Note");
    }

    @Test
    void the_first_and_the_last_state_can_be_moved() {
        Result first = between("Rest", "Note").move("Check");
        Result last = between("Rest", "Note").move("Sent");

        assertThat(first.definition().startAt()).contains("Large?");
        assertThat(targets(first, "Check")).containsExactly("Note", "Rest", "Refused");
        assertThat(targets(first, "Large?"))
                .as("a rule that led to it, too")
                .containsExactly("Rest", "Large?", "Pay", "Pay");
        assertThat(targets(last, "Sent")).containsExactly("Note");
        assertThat(state(last, "Pay").isEnd()).isTrue();
        assertThat(state(WayEdit.end(order(), "Sent").move("Note"), "Note").isEnd())
                .isTrue();
    }

    @Test
    void a_state_goes_into_a_branch_and_out_of_it() {
        Result into = between("Charge", "Book").move("Note");
        Result out = between("Check", "Large?").move("Book");

        assertThat(into.definition().scopes().get(1).states().keySet()).containsExactly("Charge", "Note", "Book");
        assertThat(targets(into, "Rest")).containsExactly("Pay");
        assertThat(out.definition().states().keySet()).startsWith("Check", "Book", "Large?");
        assertThat(state(out, "Charge").isEnd()).isTrue();
    }

    @Test
    void next_to_itself_a_state_stays_where_it_is() {
        assertThat(between("Rest", "Note").move("Note").definition()).isEqualTo(order());
        assertThat(between("Rest", "Note").move("Rest").definition()).isEqualTo(order());
    }

    @Test
    void what_cannot_be_moved_says_why() {
        assertRefused(() -> between("Rest", "Note").move("Refused"), "is a Fail state, so nothing can come after it");
        assertRefused(() -> between("Charge", "Book").move("Pay"), "cannot be moved: it would be within itself");
        assertRefused(
                () -> between("Charge", "Book").move("Check"),
                "cannot be moved: one of its rules leads to \"Rest\", which would not be beside it");
        assertRefused(
                () -> WayEdit.end(order(), "Sent").move("Large?"), "cannot be moved: a Choice cannot be the last");
        assertRefused(() -> between("Rest", "Note").move("Nobody"), "there is no state \"Nobody\"");
        StateMachineDefinition caught = AslDocument.parse("caught", """
                        {"StartAt": "Begin", "States": {
                          "Begin": {"Type": "Pass", "Next": "Try"},
                          "Try": {"Type": "Task", "Resource": "r", "Next": "Done", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Note"}]},
                          "Note": {"Type": "Pass", "Next": "Done"}, "Done": {"Type": "Succeed"}}}
                        """).definition();
        assertRefused(
                () -> WayEdit.between(caught, "Note", "Done").move("Try"),
                "\"Try\" cannot be moved: nothing would lead to \"Try\" any more");
        StateMachineDefinition ends = AslDocument.parse("ends", """
                        {"StartAt": "A", "States": {
                          "A": {"Type": "Pass", "Next": "B"},
                          "B": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "C"}], "Default": "D"},
                          "C": {"Type": "Pass", "End": true}, "D": {"Type": "Pass", "End": true}}}
                        """).definition();
        assertRefused(
                () -> WayEdit.between(ends, "A", "B").move("C"),
                "\"C\" cannot be moved: nothing follows it that a rule of \"B\" could lead to instead");
    }

    private static void assertRefused(Supplier<Result> change, String reason) {
        assertThatIllegalArgumentException().isThrownBy(change::get).withMessageEndingWith(reason);
    }

    @Test
    void no_change_loses_a_state_or_makes_a_definition_that_aws_would_refuse() throws IOException {
        assertThat(changesOf(order(), NewState.values())).isGreaterThan(150);
        int made = 0;
        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            StateMachineDefinition definition = AslDocument.read(file).definition();
            if (names(definition).size() < 7 && refusals(definition).isEmpty()) {
                made += changesOf(definition, NewState.CHOICE);
            }
        }
        assertThat(made).isGreaterThan(1_000);
    }

    /** Puts new states and each that is there on every way, and returns how many changes could be made. */
    private static int changesOf(StateMachineDefinition definition, NewState... kinds) {
        int made = 0;
        for (Supplier<WayEdit> way : ways(definition)) {
            List<Supplier<Result>> changes = new ArrayList<>();
            for (NewState kind : kinds) {
                changes.add(() -> way.get().add(kind));
            }
            names(definition).forEach(name -> changes.add(() -> way.get().move(name)));
            for (Supplier<Result> change : changes) {
                made += check(definition, change) ? 1 : 0;
            }
        }
        return made;
    }

    private static List<Supplier<WayEdit>> ways(StateMachineDefinition definition) {
        List<Supplier<WayEdit>> ways = new ArrayList<>();
        for (StateMachineDefinition scope : definition.scopes()) {
            scope.startAt().ifPresent(first -> ways.add(() -> WayEdit.start(definition, first)));
            for (State state : scope.states().values()) {
                if (state.isEnd()) {
                    ways.add(() -> WayEdit.end(definition, state.name()));
                }
                Transition.of(state).stream()
                        .map(way -> way.kind() == Transition.Kind.CATCH)
                        .distinct()
                        .forEach(isCaught -> targets(state, isCaught)
                                .forEach(target -> ways.add(() -> isCaught
                                        ? WayEdit.caught(definition, state.name(), target)
                                        : WayEdit.between(definition, state.name(), target))));
            }
        }
        return ways;
    }

    private static Set<String> targets(State state, boolean isCaught) {
        return Transition.of(state).stream()
                .filter(way -> (way.kind() == Transition.Kind.CATCH) == isCaught)
                .map(Transition::target)
                .collect(Collectors.toSet());
    }

    private static boolean check(StateMachineDefinition before, Supplier<Result> change) {
        Result result;
        try {
            result = change.get();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching(".*\".*|a Fail state ends the machine.*");
            return false;
        }
        StateMachineDefinition after = result.definition();
        assertThat(names(after)).containsAll(names(before));
        assertThat(refusals(after))
                .as(after.toAsl())
                .allMatch(found -> found.message().contains("already assigned in an outer scope"));
        return true;
    }

    private static List<String> names(StateMachineDefinition definition) {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().keySet().stream())
                .toList();
    }

    private static List<ServiceDiagnostic> refusals(StateMachineDefinition definition) {
        return ServiceValidator.validate(definition.toAsl(), WorkflowType.STANDARD).stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .toList();
    }
}
