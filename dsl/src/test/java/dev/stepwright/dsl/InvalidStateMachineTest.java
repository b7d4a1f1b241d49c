package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.assigning;
import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.condition;
import static dev.stepwright.dsl.Dsl.distributedMap;
import static dev.stepwright.dsl.Dsl.errors;
import static dev.stepwright.dsl.Dsl.executionInput;
import static dev.stepwright.dsl.Dsl.fail;
import static dev.stepwright.dsl.Dsl.format;
import static dev.stepwright.dsl.Dsl.goTo;
import static dev.stepwright.dsl.Dsl.jsonPath;
import static dev.stepwright.dsl.Dsl.label;
import static dev.stepwright.dsl.Dsl.loop;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.not;
import static dev.stepwright.dsl.Dsl.number;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.otherwise;
import static dev.stepwright.dsl.Dsl.parallel;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.proceed;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.succeed;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.variable;
import static dev.stepwright.dsl.Dsl.waitFor;
import static dev.stepwright.dsl.Dsl.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.InvalidStateMachineException.Problem;
import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Declined;
import dev.stepwright.dsl.Orders.InvalidOrder;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.OrderResult;
import dev.stepwright.dsl.Orders.Shipped;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.expr.Condition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler cannot refuse is refused when the machine is made. */
class InvalidStateMachineTest {
    private static final Step<Order, Order> VALIDATE = task("Validate", Shop::validate);

    @Test
    void two_states_of_one_name() {
        assertThat(problems(VALIDATE.then(task("Validate", Shop::review))))
                .containsExactly("state \"Validate\": two states have this name; "
                        + "names must be unique in the whole machine: rename one");
    }

    @Test
    void two_states_of_one_name_in_different_scopes() {
        assertThat(problems(VALIDATE.then(parallel("P", task("A", Shop::review), task("Validate", Shop::review))
                        .discardResult())))
                .containsExactly("state \"Validate\": two states have this name; "
                        + "names must be unique in the whole machine: rename one");
    }

    @Test
    void a_problem_names_the_line_that_names_the_state() {
        var second = task("Validate", Shop::review);

        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> StateMachine.start(VALIDATE).then(second).end())
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .extracting(Problem::place)
                        .asString()
                        .contains("InvalidStateMachineTest.a_problem_names_the_line_that_names_the_state("
                                + "InvalidStateMachineTest.java:"))
                .withMessageContaining("rename one\n    at ");
    }

    @Test
    void a_condition_as_it_stands_in_the_other_language() {
        var machine = StateMachine.start(Order.class)
                .then(choice("Large?")
                        .when(condition("$states.input.order_total > 1"), proceed())
                        .otherwise(proceed()))
                .end();

        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> machine.queryLanguage(QueryLanguage.JSONPATH))
                .withMessageContaining(
                        "state \"Large?\": \"{% $states.input.order_total > 1 %}\" is used as written, but it is not JSONPath");
    }

    @Test
    void a_path_as_it_stands_in_a_machine_whose_language_is_said_too_late() {
        var open = StateMachine.start(Order.class).then(pass("Id", jsonPath("$.id", String.class)));

        assertThat(open.queryLanguage(QueryLanguage.JSONPATH).end().toAsl()).contains("\"$.id\"");
        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(open::end)
                .withMessageContaining(
                        "state \"Id\": \"$.id\" is used as written, but it is not JSONata; use path(...)")
                .withMessageContaining(
                        "or write the machine in the language of the text, with queryLanguage(...) before its end");
    }

    @Test
    void a_rule_in_a_condition_of_jsonata() {
        Condition<Order> rule = condition("{\"Variable\":\"$.total\",\"NumericEquals\":1}");

        assertThat(problems(choice("Large?").when(not(rule), VALIDATE).otherwise(proceed())))
                .containsExactly(
                        "state \"Large?\": {\"Variable\":\"$.total\",\"NumericEquals\":1} is a rule, and in JSONata "
                                + "a rule cannot be part of a condition; give the expression of its Condition, or use path(...)");
    }

    @Test
    void every_kind_of_state_knows_its_line() {
        List<Flow<?, ?>> flows = List.of(
                VALIDATE,
                pass("S"),
                pass("S", value(1)),
                pass("S", Declined::new, Dsl.<Order>input(), value("x")),
                waitFor("S", Duration.ofSeconds(1)),
                choice("S").when(path(Order::express).isTrue(), VALIDATE).otherwise(VALIDATE),
                choice("S", when(path(Order::express).isTrue(), VALIDATE), otherwise(VALIDATE)),
                parallel("S", VALIDATE, VALIDATE),
                map("S", path(Order::items), pass("P")),
                distributedMap("S", path(Order::items)).process(pass("P")),
                succeed("S"),
                fail("S", "E", "c"));

        assertThat(flows)
                .allSatisfy(flow ->
                        assertThat(((StateNode) flow.node()).id().line()).contains("InvalidStateMachineTest"));
    }

    @Test
    void one_state_in_two_scopes() {
        var review = task("Review", Shop::review);

        assertThat(problems(parallel("P", review, review).discardResult()))
                .singleElement()
                .asString()
                .startsWith("state \"Review\": it is in two scopes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "a name that is far longer than the eighty characters that a name of a state may have"
            })
    void a_name_that_no_state_may_have(String name) {
        assertThat(problems(VALIDATE.then(pass(name))))
                .singleElement()
                .asString()
                .contains("1 to 80 characters");
    }

    @Test
    void a_label_that_no_state_has() {
        StateRef<Order> nowhere = label("nowhere");

        assertThat(problemsOf(() -> StateMachine.start(VALIDATE).then(goTo(nowhere))))
                .containsExactly("state \"Validate\": goTo(nowhere) leads nowhere: no state has that label; "
                        + "put it on the state with nowhere.at(...)");
    }

    @Test
    void a_label_on_two_states() {
        StateRef<Order> twice = label("twice");

        assertThat(problems(twice.at(VALIDATE).then(twice.at(task("Review", Shop::review)))))
                .containsExactly("the label twice is on two states, \"Review\" and \"Validate\"; use a second label");
    }

    @Test
    void a_variable_that_only_one_rule_assigns() {
        Var<String> note = variable("note", String.class);

        assertThat(problems(choice("C")
                        .when(path(Order::express).isTrue(), assigning(note, path(Order::id), Dsl.<Order>proceed()))
                        .otherwise(proceed())
                        .then(pass("Read", note.value()))))
                .containsExactly("state \"Read\": it reads the variable note, which not every path to it assigns; "
                        + "assign it in a state before, on every path");
    }

    @Test
    void a_variable_that_every_way_assigns() {
        Var<String> note = variable("note", String.class);

        assertThat(StateMachine.start(choice("C")
                                .when(
                                        path(Order::express).isTrue(),
                                        assigning(note, path(Order::id), Dsl.<Order>proceed()))
                                .otherwise(assigning(note, value("x"), proceed())))
                        .then(pass("Read", note.value()))
                        .end()
                        .outputType())
                .isEqualTo(String.class);
    }

    @Test
    void a_variable_that_is_assigned_where_no_decision_leads() {
        Var<String> note = variable("note", String.class);

        assertThat(problems(VALIDATE.then(assigning(note, path(Order::id), task("Review", Shop::review)))))
                .containsExactly(
                        "assigning and taking before \"Review\" are not possible where a Choice state or a Catch leads to; "
                                + "use assign and output of the previous state");
    }

    @Test
    void an_error_into_a_field_of_another_type() {
        assertThat(problems(task("T", Shop::validate)
                        .catchingInto(errors("E"), path(Order::customer), task("Review", Shop::review))))
                .containsExactly("state \"T\": its result is a ErrorOutput, but the field customer holds a Customer; "
                        + "put it into a field of its own type");
    }

    @Test
    void a_result_into_a_path_of_another_type() {
        assertThat(problems(task("T", Shop::validate).resultInto(path(Order::customer))))
                .containsExactly("state \"T\": its result is a Order, but the field customer holds a Customer; "
                        + "put it into a field of its own type");
    }

    @Test
    void a_result_into_what_is_no_field() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task("T", Shop::validate).resultInto(Dsl.<Order>input()))
                .withMessageContaining("such as path(Order::receipt), not into $states.input");
    }

    @Test
    void credentials_of_a_parallel_state() {
        assertThat(problems(parallel("P", task("A", Shop::review), task("B", Shop::review))
                        .credentials("arn:aws:iam::1:role/r")))
                .contains("state \"P\": a Parallel state has no credentials; set them on the tasks in it");
    }

    @Test
    void a_jump_out_of_a_branch() {
        StateRef<Order> out = label("out");

        assertThat(problems(out.at(VALIDATE)
                        .then(parallel("P", task("A", Shop::review).then(goTo(out)), task("B", Shop::review))
                                .discardResult())))
                .singleElement()
                .asString()
                .startsWith("state \"A\": goTo(out) leaves or enters a branch of a Parallel state");
    }

    @Test
    void a_jump_into_a_processor() {
        StateRef<Orders.Item> in = label("in");

        assertThat(problemsOf(() -> StateMachine.start(map("M", path(Order::items), in.at(task("Ship", Shop::ship)))
                                .output(path(Order::items)))
                        .then(pass("First", new FirstItem().of()))
                        .then(goTo(in))))
                .singleElement()
                .asString()
                .startsWith("state \"First\": goTo(in) leaves or enters");
    }

    /** Any way from a list to an item. */
    private static final class FirstItem {
        dev.stepwright.dsl.expr.Expr<List<Orders.Item>, Object, Orders.Item> of() {
            return dev.stepwright.dsl.expr.Expr.ofTree(ActionNode.INPUT);
        }
    }

    @Test
    void a_loop_without_a_state() {
        Step<Order, Order> loop = loop("again", again -> goTo(again));

        assertThat(problems(VALIDATE.then(loop)))
                .anySatisfy(problem -> assertThat(problem).contains("goTo(again) loops without a state"));
    }

    @Test
    void one_state_with_two_successors() {
        var review = task("Review", Shop::review);

        assertThat(problems(VALIDATE.then(choice("Express?")
                        .when(path(Order::express).isTrue(), review.then(pass("A")))
                        .otherwise(review.then(pass("B"))))))
                .contains("state \"Review\": it is used twice with different next states, \"A\" and \"B\"; "
                        + "create a second state, with its own name, for the second use");
    }

    @Test
    void a_state_that_no_path_leads_to() {
        StateRef<Order> again = label("again");
        Branch<Order, Order> back = goTo(again);

        assertThat(problems(again.at(VALIDATE)
                        .then(choice("Express?")
                                .when(path(Order::express).isTrue(), back)
                                .otherwise(back))
                        .then(pass("Never"))))
                .containsExactly(
                        "state \"Never\": no path leads to it; remove it, or jump to it with goTo and a label");
    }

    @Test
    void a_machine_without_a_state() {
        assertThat(problemsOf(() -> StateMachine.start(Order.class).end()))
                .containsExactly("the machine has no state; give it one; Dsl.pass(name) does nothing");
    }

    @Test
    void a_branch_without_a_state() {
        assertThat(problems(parallel("P", task("A", Shop::review), Dsl.<Order>proceed())
                        .discardResult()))
                .containsExactly("branch 2 of \"P\" has no state; give it one; Dsl.pass(name) does nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.5S", "PT-1S", "PT100000000S"})
    void a_wait_that_is_no_whole_number_of_seconds(String duration) {
        assertThat(problems(VALIDATE.then(waitFor("Wait", Duration.parse(duration)))))
                .containsExactly("state \"Wait\": Seconds is " + Duration.parse(duration)
                        + ", but ASL has whole seconds from 0 to 99999999; use such a Duration");
    }

    @Test
    void a_retry_and_limits_below_a_second() {
        assertThat(problems(task("Validate", Shop::validate)
                        .timeout(Duration.ZERO)
                        .heartbeat(Duration.ofMillis(1500))
                        .retry(onError(InvalidOrder.class)
                                .interval(Duration.ofMillis(100))
                                .maxDelay(Duration.ofMillis(900)))))
                .extracting(problem -> problem.replaceAll(" is .*", ""))
                .containsExactly(
                        "state \"Validate\": TimeoutSeconds",
                        "state \"Validate\": HeartbeatSeconds",
                        "state \"Validate\": the heartbeat PT1.5S",
                        "state \"Validate\": IntervalSeconds",
                        "state \"Validate\": MaxDelaySeconds");
    }

    @Test
    void a_timeout_of_what_is_no_task() {
        assertThat(problems(parallel("P", task("A", Shop::review), task("B", Shop::review))
                        .timeout(Duration.ofSeconds(5))
                        .discardResult()))
                .containsExactly(
                        "state \"P\": a Parallel state has no timeout and no heartbeat; set them on the tasks in it");
    }

    @Test
    void a_timeout_of_the_machine_below_a_second() {
        assertThat(problemsOf(() -> StateMachine.start(VALIDATE).end().timeout(Duration.ofMillis(1))))
                .singleElement()
                .asString()
                .startsWith("TimeoutSeconds is PT0.001S");
    }

    interface Results {
        OrderResult last(Order order);
    }

    record Done(Order order, Shipped shipped) {}

    @Test
    void a_result_that_is_wider_than_its_field() {
        assertThat(problems(
                        task("Last", Results::last).arguments(path(Done::order)).resultInto(Done::shipped)))
                .containsExactly("state \"Last\": its result is a OrderResult, but the field shipped holds a Shipped; "
                        + "put it into a field of its own type");
    }

    static final class Other {
        interface Shop {
            Order validate(Order order);
        }
    }

    @Test
    void two_methods_with_one_resource() {
        assertThat(problems(VALIDATE.then(task("Other", Other.Shop::validate))))
                .singleElement()
                .asString()
                .contains("two methods have the resource ${Shop_validate}", "@TaskResource");
    }

    @Test
    void a_variable_that_only_one_path_assigns() {
        Var<String> note = variable("note", String.class);

        assertThat(problems(choice("Express?")
                        .when(
                                path(Order::express).isTrue(),
                                Dsl.<Order>pass("Note").assign(note, value("fast")))
                        .otherwise(Dsl.<Order>pass("Nothing"))
                        .then(pass("Read", note.value()))))
                .containsExactly("state \"Read\": it reads the variable note, which not every path to it assigns; "
                        + "assign it in a state before, on every path");
    }

    @Test
    void a_variable_that_a_failed_state_did_not_assign() {
        Var<Order> checked = variable("checked", Order.class);

        assertThat(problems(task("Validate", Shop::validate)
                        .assign(checked, result())
                        .catching(InvalidOrder.class, pass("Read", checked.value()))))
                .singleElement()
                .asString()
                .startsWith("state \"Read\": it reads the variable checked");
    }

    @Test
    void a_variable_of_a_branch_outside_of_it() {
        Var<String> note = variable("note", String.class);

        assertThat(problems(parallel("P", Dsl.<Order>pass("A").assign(note, value("x")), task("B", Shop::review))
                        .output(note.value())))
                .singleElement()
                .asString()
                .startsWith("state \"P\": it reads the variable note");
    }

    @Test
    void a_variable_around_a_branch_is_seen_within_it() {
        Var<String> note = variable("note", String.class);

        assertThat(StateMachine.start(Dsl.<Order>pass("Note").assign(note, value("x")))
                        .then(parallel("P", pass("A", note.value()), task("B", Shop::review)))
                        .end()
                        .definition()
                        .states())
                .containsOnlyKeys("Note", "P");
    }

    @Test
    void a_variable_of_a_loop_that_is_assigned_before_it() {
        Var<Integer> rounds = variable("rounds", Integer.class);

        var machine = StateMachine.start(Dsl.<Order>pass("Init").assign(rounds, value(0)))
                .then(loop(
                        "again",
                        (StateRef<Order> again) -> Dsl.<Order>pass("Count")
                                .assign(rounds, number(rounds.value()).plus(1))
                                .then(choice(
                                        "Enough?",
                                        when(number(rounds.value()).greaterThan(3), proceed()),
                                        otherwise(goTo(again))))))
                .end();

        assertThat(machine.toAsl()).contains("\"{% $rounds + 1 %}\"", "\"{% $rounds > 3 %}\"");
    }

    @Test
    void a_variable_of_two_types() {
        assertThat(problems(Dsl.<Order>pass("A")
                        .assign(variable("x", String.class), value("x"))
                        .then(Dsl.<Order>pass("B").assign(variable("x", Integer.class), value(1)))))
                .containsExactly(
                        "state \"B\": the variable x is a java.lang.Integer here, but a java.lang.String elsewhere; "
                                + "use one Var for it");
    }

    @Test
    void the_input_of_the_execution_as_another_type() {
        assertThat(problems(VALIDATE.then(pass("Read", executionInput(Declined::reason)))))
                .containsExactly("state \"Read\": it reads the execution's input as a Declined, "
                        + "but the machine takes a Order; use its accessors");
        assertThat(problems(VALIDATE.then(pass("Read", executionInput(Declined.class)))))
                .hasSize(1);
    }

    @Test
    void a_task_token_that_nothing_waits_for() {
        assertThat(problems(task("Charge", Shop::charge)
                        .arguments(ChargeRequest::new, path(Order::id), path(Order::total), Context.taskToken())))
                .containsExactly("state \"Charge\": it reads the task token, but its resource does not wait for one; "
                        + "use a resource that ends with .waitForTaskToken");
    }

    @Test
    void what_every_definition_has_to_keep() {
        assertThat(problems(task("Validate", Shop::validate)
                        .retry(onError(Errors.ALL))
                        .retry(onError(Errors.TIMEOUT))))
                .singleElement()
                .asString()
                .startsWith("state \"Validate\": [ASL-")
                .contains("States.ALL");
    }

    @Test
    void jsonpath_cannot_build_an_output_from_input_and_result() {
        assertThat(problemsOf(() -> Machines.order().queryLanguage(QueryLanguage.JSONPATH)))
                .contains(
                        "state \"Pay and reserve\": an output built from the input and the result needs JSONata; "
                                + "with JSONPath use resultInto(field), or use QueryLanguage.JSONATA",
                        "state \"Pay and reserve\": a Catch that transforms the error needs JSONata; "
                                + "with JSONPath use catchingInto(error, field, handler), or use QueryLanguage.JSONATA")
                .anySatisfy(problem -> assertThat(problem).startsWith("state \"Ship items\": an output built"));
    }

    @Test
    void jsonpath_cannot_compute_in_a_condition() {
        assertThat(problemsOf(() -> StateMachine.start(choice("Many?")
                                .when(path(Order::items).count().greaterThan(3), fail("F", "E", "c"))
                                .otherwise(Dsl.<Order>proceed()))
                        .end()
                        .queryLanguage(QueryLanguage.JSONPATH)))
                .containsExactly("state \"Many?\": \"$count($states.input.items)\" is computed, but "
                        + "here JSONPath can only select; use QueryLanguage.JSONATA");
    }

    @Test
    void jsonpath_sees_no_input_where_it_sees_the_result() {
        Var<String> id = Dsl.variable("id", String.class);

        assertThat(problemsOf(() -> StateMachine.start(
                                task("Validate", Shop::validate).assign(id, path(Order::id)))
                        .end()
                        .queryLanguage(QueryLanguage.JSONPATH)))
                .containsExactly("state \"Validate\": reads the state's input where JSONPath sees only its result; "
                        + "use QueryLanguage.JSONATA");
    }

    @Test
    void jsonpath_has_objects_only_as_templates() {
        assertThat(problemsOf(() -> StateMachine.start(pass("P", format("{}!", path(Order::id))))
                        .end()
                        .queryLanguage(QueryLanguage.JSONPATH)))
                .singleElement()
                .asString()
                .contains(
                        "state \"P\": \"$states.input.id & \\\"!\\\"\" is computed", "a payload template of JSONPath");
    }

    @Test
    void all_problems_are_in_one_message() {
        StateRef<Order> nowhere = label("nowhere");

        var exception = catchThrowableOfType(
                InvalidStateMachineException.class,
                () -> StateMachine.start(VALIDATE)
                        .then(waitFor("Validate", Duration.ofMillis(5)))
                        .then(goTo(nowhere)));

        assertThat(exception.problems()).extracting(Problem::state).containsExactly("Validate", "Validate", "Validate");
        assertThat(exception)
                .hasMessageStartingWith("the state machine has 3 problems:\n  state \"Validate\": two states")
                .hasMessageContaining("\n  state \"Validate\": goTo(nowhere) leads nowhere")
                .hasMessageContaining("\n  state \"Validate\": Seconds is PT0.005S");
    }

    @Test
    void a_lambda_expression_instead_of_a_method_reference() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> path((Order order) -> order.total()))
                .withMessageContaining("a method reference such as Order::total is required")
                .withMessageContaining(InvalidStateMachineTest.class.getName())
                .withMessageContaining("lambda expression");
    }

    @Test
    void a_constructor_of_a_local_record() {
        record Local(String id) {}

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass("P", Local::new, path(Order::id)))
                .withMessageContaining("Order::new")
                .withMessageContaining("local classes");
    }

    @Test
    void a_retry_without_an_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onError(new String[0]))
                .withMessageContaining("Errors.ALL");
    }

    @Test
    void a_format_with_too_few_parts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format("{} {}", path(Order::id)))
                .withMessageContaining("2 places")
                .withMessageContaining("1 parts");
    }

    private static List<String> problems(Step<?, ?> step) {
        return problemsOf(() -> StateMachine.start(step).end());
    }

    private static List<String> problemsOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        return catchThrowableOfType(InvalidStateMachineException.class, making).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
