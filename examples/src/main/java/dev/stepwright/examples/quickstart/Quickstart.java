package dev.stepwright.examples.quickstart;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.StateMachine;
import dev.stepwright.runtime.Engine;
import java.math.BigDecimal;
import java.util.concurrent.TimeoutException;

/** A workflow in Java, its ASL, and a run of it. */
public final class Quickstart {
    private Quickstart() {}

    // region quickstart
    record Order(String id, BigDecimal total) {}

    record Receipt(String orderId, String status) {}

    static final StateMachine<Order, Receipt> CHECKOUT = StateMachine.start(Order.class)
            .then(choice("Large order?")
                    .when(path(Order::total).greaterThan(1000), task("Review", Shop::review))
                    .otherwise(proceed()))
            .then(task("Charge", Shop::charge).retry(onError(TimeoutException.class)))
            .end();

    public static void main(String[] args) {
        System.out.println(CHECKOUT.toAsl());
        try (Engine engine = Engine.inMemory()) {
            var handlers = CHECKOUT.handlers().bind(Shop.class, new CornerShop());
            var checkout = engine.register("checkout", CHECKOUT, handlers);
            System.out.println(checkout.start(new Order("o-1", BigDecimal.TEN)).await());
        }
    }
    // endregion
}
