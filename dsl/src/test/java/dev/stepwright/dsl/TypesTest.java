package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.branch1;
import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.fail;
import static dev.stepwright.dsl.Dsl.goTo;
import static dev.stepwright.dsl.Dsl.loop;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.otherwise;
import static dev.stepwright.dsl.Dsl.parallel;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.proceed;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.succeed;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.waitFor;
import static dev.stepwright.dsl.Dsl.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Label;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.OrderResult;
import dev.stepwright.dsl.Orders.Receipt;
import dev.stepwright.dsl.Orders.Rejected;
import dev.stepwright.dsl.Orders.Reservation;
import dev.stepwright.dsl.Orders.Shipped;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.Tuple.Tuple2;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java types that a machine takes and gives are known at run time. */
class TypesTest {
    @Test
    void a_task_says_both() {
        var machine = StateMachine.start(task("Charge", Shop::charge)).end();

        assertThat(machine.inputType()).isEqualTo(ChargeRequest.class);
        assertThat(machine.outputType()).isEqualTo(Receipt.class);
    }

    @Test
    void arguments_say_the_input() {
        var machine = StateMachine.start(task("Reserve", Shop::reserve).arguments(path(Order::items)))
                .end();

        assertThat(machine.inputType()).isEqualTo(Order.class);
        assertThat(machine.outputType()).isEqualTo(Reservation.class);
    }

    @Test
    void a_list_keeps_its_elements() {
        var machine = StateMachine.start(map("Ship", path(Order::items), task("Ship item", Shop::ship)))
                .end();

        assertThat(canonical(machine.outputType())).isEqualTo("java.util.List<" + Label.class.getName() + ">");
        assertThat(canonical(
                        StateMachine.start(task("Reserve", Shop::reserve)).end().inputType()))
                .isEqualTo("java.util.List<" + Item.class.getName() + ">");
    }

    @Test
    void states_that_give_their_input_hand_its_type_on() {
        var machine = StateMachine.start(Order.class)
                .then(waitFor("Wait", Duration.ofSeconds(1)))
                .then(pass("Pass"))
                .then(succeed("Done"));

        assertThat(machine.inputType()).isEqualTo(Order.class);
        assertThat(machine.outputType()).isEqualTo(Order.class);
    }

    @Test
    void branches_that_agree_give_one_type() {
        assertThat(StateMachine.start(choice("Express?")
                                .when(path(Order::express).isTrue(), task("Review", Shop::review))
                                .otherwise(proceed()))
                        .end()
                        .outputType())
                .isEqualTo(Order.class);
    }

    @Test
    void ends_that_differ_give_the_sealed_interface() {
        assertThat(Machines.order().outputType()).isEqualTo(OrderResult.class);
        assertThat(Machines.order().inputType()).isEqualTo(Order.class);
    }

    @Test
    void a_machine_serves_as_one_that_takes_less_and_gives_something_more_general() {
        // A machine of Record & OrderResult, which no variable can be declared as.
        var either = StateMachine.start(choice(
                        "Express?",
                        when(
                                path(Order::express).isTrue(),
                                pass("Sent", Shipped::new, path(Order::id), value(List.<Label>of()))),
                        otherwise(pass("Kept", Rejected::new, path(Order::id), value("slow")))))
                .end();

        StateMachine<Order, OrderResult> named = StateMachine.widen(either);
        StateMachine<Order, Object> general = StateMachine.widen(named);

        assertThat(named.outputType()).isEqualTo(OrderResult.class);
        assertThat(general.definition()).isEqualTo(either.definition());
    }

    @Test
    void the_output_can_be_read_as_its_type() {
        var rejected = JsonDocument.parse("{\"orderId\":\"o-1\",\"reason\":\"declined\"}")
                .root();

        assertThat(JavaValues.fromJson(rejected, Machines.order().outputType()))
                .isEqualTo(new Rejected("o-1", "declined"));
    }

    @Test
    void a_failure_gives_nothing() {
        assertThat(StateMachine.start(choice("Express?")
                                .when(path(Order::express).isTrue(), fail("F", "E", "c"))
                                .otherwise(task("Review", Shop::review)))
                        .end()
                        .outputType())
                .isEqualTo(Order.class);
    }

    @Test
    void a_loop_comes_to_an_end() {
        assertThat(Machines.polling().outputType()).isEqualTo(Machines.Job.class);
        assertThat(Machines.polling().inputType()).isEqualTo(Machines.JobRequest.class);
    }

    @Test
    void parallel_branches_give_a_tuple_that_can_be_read() {
        var machine = StateMachine.start(
                        parallel("P", task("A", Shop::review), map("M", path(Order::items), task("S", Shop::ship))))
                .end();

        Object output = JavaValues.fromJson(
                JsonDocument.parse(
                                "[{\"id\":\"o\",\"express\":true,\"items\":[]},[{\"sku\":\"s\",\"tracking\":\"t\"}]]")
                        .root(),
                machine.outputType());

        assertThat(output).isInstanceOfSatisfying(Tuple2.class, tuple -> {
            assertThat(tuple.first()).isInstanceOf(Order.class);
            assertThat(tuple.second()).isEqualTo(List.of(new Label("s", "t")));
        });
    }

    @Test
    void branches_of_a_list_give_a_list_of_what_they_share() {
        var machine = StateMachine.start(parallel(
                        "P",
                        List.of(
                                pass("A", Rejected::new, path(Order::id), value("no")),
                                task("B", Shop::review).then(pass("C", Rejected::new, path(Order::id), value("no"))))))
                .end();

        assertThat(canonical(machine.outputType())).isEqualTo("java.util.List<" + Rejected.class.getName() + ">");
    }

    @Test
    void one_branch_of_a_tuple_has_its_type() {
        assertThat(StateMachine.start(parallel("P", task("A", Shop::review), task("B", Shop::review))
                                .output(branch1()))
                        .end()
                        .outputType())
                .isEqualTo(Order.class);
    }

    @Test
    void a_field_of_a_result_has_its_type() {
        assertThat(StateMachine.start(task("Charge", Shop::charge).output(result(Receipt::chargeId)))
                        .end()
                        .outputType())
                .isEqualTo(String.class);
    }

    @Test
    void a_handler_takes_the_error() {
        assertThat(StateMachine.start(task("Charge", Shop::charge)
                                .output(result(Receipt::chargeId))
                                .catching(Exception.class, pass("Cause", path(ErrorOutput::cause))))
                        .end()
                        .outputType())
                .isEqualTo(String.class);
    }

    @Test
    void data_that_grow_in_a_record_keep_its_type() {
        assertThat(Machines.payment().inputType()).isEqualTo(Machines.Payment.class);
        assertThat(Machines.payment().outputType()).isEqualTo(Machines.Payment.class);
    }

    record Page<T>(T first, List<T> more) {}

    interface Pages {
        Page<Order> load(String query);
    }

    @Test
    void type_variables_of_a_generic_result_are_bound() {
        var machine = StateMachine.start(task("Load", Pages::load))
                .then(pass("First", path(Page<Order>::first)))
                .end();

        assertThat(machine.outputType()).isEqualTo(Order.class);
    }

    @Test
    void a_machine_whose_states_do_not_say_takes_any_object() {
        var machine = StateMachine.start(Dsl.<Object>pass("Pass")).end();

        assertThat(machine.inputType()).isEqualTo(Object.class);
        assertThat(machine.outputType()).isEqualTo(Object.class);
    }

    @Test
    void a_loop_body_takes_what_its_states_take() {
        var machine = StateMachine.start(loop(
                        "again",
                        (StateRef<Order> again) -> task("Review", Shop::review)
                                .then(choice("Express?")
                                        .when(path(Order::express).isTrue(), proceed())
                                        .otherwise(goTo(again)))))
                .end();

        assertThat(machine.inputType()).isEqualTo(Order.class);
    }

    private static String canonical(Type type) {
        return JavaValues.mapper().constructType(type).toCanonical();
    }
}
