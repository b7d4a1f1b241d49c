package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.condition;
import static dev.stepwright.dsl.Dsl.endEarly;
import static dev.stepwright.dsl.Dsl.given;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.proceed;
import static dev.stepwright.dsl.Dsl.succeed;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachinesTest {
    @Test
    void the_order_workflow_is_this_definition() throws IOException {
        assertThat(Machines.order().definition()).isEqualTo(expected("order"));
    }

    @Test
    void the_polling_loop_is_this_definition() throws IOException {
        assertThat(Machines.polling().definition()).isEqualTo(expected("polling"));
    }

    @Test
    void the_payment_is_this_definition_in_jsonpath() throws IOException {
        assertThat(Machines.payment().definition()).isEqualTo(expected("payment-jsonpath"));
    }

    @Test
    void the_payment_is_this_definition_in_jsonata() throws IOException {
        assertThat(Machines.payment().queryLanguage(QueryLanguage.JSONATA).definition())
                .isEqualTo(expected("payment-jsonata"));
    }

    @Test
    void the_export_is_this_definition_in_jsonpath() throws IOException {
        assertThat(Machines.export().queryLanguage(QueryLanguage.JSONPATH).definition())
                .isEqualTo(expected("export-jsonpath"));
    }

    @Test
    void the_export_is_this_definition_in_jsonata() throws IOException {
        assertThat(Machines.export().definition()).isEqualTo(expected("export-jsonata"));
    }

    @Test
    void a_step_in_two_rules_is_one_state() {
        var review = task("Review", Shop::review);

        var machine = StateMachine.start(choice("C")
                        .when(path(Order::express).isTrue(), review)
                        .when(path(Order::total).greaterThan(5), review)
                        .otherwise(proceed()))
                .then(succeed("Done"));

        assertThat(machine.definition().states()).containsOnlyKeys("C", "Review", "Done");
    }

    @Test
    void a_name_that_is_taken_is_not_given_to_a_state_that_nobody_named() {
        var machine = StateMachine.start(choice("C")
                        .when(path(Order::express).isTrue(), task("C - done", Shop::review))
                        .otherwise(proceed()))
                .end();

        assertThat(machine.definition().states()).containsOnlyKeys("C", "C - done", "C - done 2");
    }

    @Test
    void a_machine_has_a_comment_a_language_and_a_timeout() {
        var machine = StateMachine.start(task("Review", Shop::review).comment("by hand"))
                .end()
                .comment("reviews")
                .timeout(Duration.ofHours(1))
                .queryLanguage(QueryLanguage.JSONPATH);

        assertThat(machine)
                .hasToString("{\"Comment\":\"reviews\",\"TimeoutSeconds\":3600,\"StartAt\":\"Review\","
                        + "\"States\":{\"Review\":{\"Type\":\"Task\",\"Comment\":\"by hand\","
                        + "\"Resource\":\"${Shop_review}\",\"End\":true}}}");
    }

    @Test
    void choices_may_nest_as_deep_as_they_like() {
        Step<Order, Order> nested = task("Review", Shop::review);
        for (int i = 0; i < 3_000; i++) {
            nested = choice("C" + i)
                    .when(path(Order::total).greaterThan(i), Dsl.<Order>pass("P" + i))
                    .otherwise(nested);
        }

        var machine = StateMachine.start(nested).end();

        assertThat(machine.definition().states()).hasSize(6_001);
    }

    @Test
    void flows_that_end_early_say_what_a_machine_takes() {
        var choice = choice("Always?")
                .when(condition("true"), endEarly(given(Order.class).then(succeed("Yes"))))
                .otherwise(pass("No"));

        assertThat(StateMachine.start(choice).end().inputType()).isEqualTo(Order.class);
    }

    private static StateMachineDefinition expected(String name) throws IOException {
        try (InputStream file = MachinesTest.class.getResourceAsStream("/dsl/" + name + ".asl.json")) {
            assertThat(file).isNotNull();
            return StateMachineDefinition.of(JsonDocument.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .root());
        }
    }
}
