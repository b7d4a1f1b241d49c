package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.examples.order.CornerShop;
import dev.stepwright.examples.order.OrderProcessing;
import dev.stepwright.examples.order.Orders.Item;
import dev.stepwright.examples.order.Orders.Label;
import dev.stepwright.examples.order.Orders.Order;
import dev.stepwright.examples.order.Orders.OrderResult;
import dev.stepwright.examples.order.Orders.Rejected;
import dev.stepwright.examples.order.Orders.Shipped;
import dev.stepwright.examples.order.Orders.Tier;
import dev.stepwright.examples.order.Shop;
import dev.stepwright.testkit.Coverage;
import dev.stepwright.testkit.TestMachine;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OrderTest {
    // region typed
    private static final Coverage COVERAGE =
            Coverage.of(OrderProcessing.machine().definition());

    private static TestMachine<Order, OrderResult> orders() {
        var machine = OrderProcessing.machine();
        return TestMachine.of(machine, machine.handlers().bind(Shop.class, new CornerShop()))
                .countingIn(COVERAGE);
    }

    @Test
    void an_order_is_shipped() {
        OrderResult result = orders().run(order("20.00", Tier.BASIC)).output();

        assertThat(result).isEqualTo(new Shipped("o-1", List.of(new Label("lamp", "track-lamp"))));
    }

    @Test
    void a_large_order_is_reviewed_and_may_be_too_large_for_the_card() {
        var run = orders().run(order("6000.00", Tier.BASIC));

        assertThat(run.path()).contains("Review", "Cancel");
        assertThat(run.output()).isEqualTo(new Rejected("o-1", "the card's limit is 5000"));
    }

    @AfterAll
    static void every_state_and_every_way_has_been_tested() {
        assertThat(COVERAGE.isComplete()).as(COVERAGE.toString()).isTrue();
    }
    // endregion

    private static Order order(String total, Tier tier) {
        return new Order("o-1", new BigDecimal(total), tier, List.of(new Item("lamp", 1)));
    }
}
