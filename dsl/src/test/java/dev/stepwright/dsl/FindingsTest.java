package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.validation.Severity;
import org.junit.jupiter.api.Test;

/** A machine made in Java has the findings that its ASL text has. */
class FindingsTest {
    private static StateMachine<Order, Order> machine() {
        return StateMachine.start(task("Validate", Shop::validate)
                        .then(choice("Express?")
                                .when(path(Order::express).isTrue(), pass("Fast"))
                                .otherwise(pass("Slow"))))
                .end();
    }

    @Test
    void a_machine_without_fault_has_none() {
        assertThat(machine().findings()).isEmpty();
    }

    @Test
    void a_hint_tells_its_state_and_its_rule() {
        StateMachine<Order, Order> machine =
                machine().resources(method -> "arn:aws:lambda:eu-west-1:123456789012:function:validate");

        assertThat(machine.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo("Validate");
            assertThat(finding.severity()).isEqualTo(Severity.HINT);
            assertThat(finding).asString().startsWith("state 'Validate': hint [ASL-ERR-008] the Lambda service itself");
        });
    }

    /** The methods' types say that there is an order; the service that their resources name gives something else. */
    private static StateMachine<Order, Order> misled(QueryLanguage language) {
        return machine().queryLanguage(language).resources(method -> "arn:aws:states:::sns:publish");
    }

    @Test
    void a_warning_of_the_flow_tells_its_state() {
        assertThat(misled(QueryLanguage.JSONATA).findings())
                .filteredOn(finding -> finding.severity() == Severity.WARNING)
                .singleElement()
                .asString()
                .startsWith("state 'Express?': warning [ASL-FLW-005] state \"Express?\" reads $states.input.express");
    }

    @Test
    void an_error_of_the_flow_keeps_the_machine_from_being_made() {
        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> misled(QueryLanguage.JSONPATH))
                .withMessageContaining("state 'Express?': [ASL-FLW-001] state \"Express?\" reads $.express");
    }
}
