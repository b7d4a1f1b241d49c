package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
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
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.validation.Validator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderProcessingTest {
    @Test
    void an_order_is_charged_at_the_second_try_and_shipped() {
        Order order = order("20.00", List.of(new Item("lamp", 1)));

        assertThat(run(order))
                .isEqualTo(new Outcome.Succeeded<>(new Shipped("o-1", List.of(new Label("lamp", "track-lamp")))));
    }

    @Test
    void an_order_that_the_card_does_not_carry_is_cancelled() {
        Order order = order("6000.00", List.of(new Item("lamp", 1)));

        assertThat(run(order)).isEqualTo(new Outcome.Succeeded<>(new Rejected("o-1", "the card's limit is 5000")));
    }

    @Test
    void an_order_without_items_fails_with_the_name_of_the_exception() {
        Order order = order("20.00", List.of());

        assertThat(run(order))
                .isEqualTo(new Outcome.Failed<>("java.lang.IllegalArgumentException", "order o-1 has no items"));
    }

    @Test
    void the_definition_has_no_findings() {
        var document = AslDocument.of("order", OrderProcessing.machine().definition());

        assertThat(Validator.validate(document)).isEmpty();
    }

    private static Order order(String total, List<Item> items) {
        return new Order("o-1", new BigDecimal(total), Tier.BASIC, items);
    }

    private static Outcome<OrderResult> run(Order order) {
        // region test
        var machine = OrderProcessing.machine();
        var config = EngineConfig.builder().time(VirtualTime.automatic(Instant.parse("2026-01-31T10:00:00Z")));
        try (Engine engine = Engine.create(config.build())) {
            var orders = engine.register("order", machine, machine.handlers().bind(Shop.class, new CornerShop()));
            return orders.start(order).await();
        }
        // endregion
    }
}
