package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void an_order_is_charged_and_shipped() {
        Outcome<OrderOutput> outcome = outcome(BigDecimal.TEN);

        Outcome.Succeeded<?> succeeded = assertInstanceOf(Outcome.Succeeded.class, outcome);
        assertEquals(
                new OrderOutput("o-1", List.of(new OrderTasks.ShipOutput("T-s-1"), new OrderTasks.ShipOutput("T-s-2"))),
                succeeded.output());
    }

    @Test
    void a_declined_card_ends_the_order() {
        Outcome.Failed<?> failed = assertInstanceOf(Outcome.Failed.class, outcome(new BigDecimal("5000")));

        assertEquals("OrderDeclined", failed.error());
    }

    @Test
    void the_machine_written_in_java_is_among_the_classes() {
        assertNotNull(OrderTest.class.getResource("/asl/greeting.asl.json"));
    }

    private static Outcome<OrderOutput> outcome(BigDecimal total) {
        OrderInput input = OrderInput.builder()
                .orderId("o-1")
                .total(total)
                .items(List.of(new OrderInput.Item("s-1", 1), new OrderInput.Item("s-2", 2)))
                .note("ring twice")
                .build();
        try (Engine engine = Engine.inMemory()) {
            return new OrderWorkflow(engine, new OrderService()).start(input).await();
        }
    }
}
