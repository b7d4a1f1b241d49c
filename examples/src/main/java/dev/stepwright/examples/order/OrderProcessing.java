package dev.stepwright.examples.order;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.AslDefinition;
import dev.stepwright.dsl.ErrorOutput;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.StateRef;
import dev.stepwright.examples.order.Orders.ChargeRequest;
import dev.stepwright.examples.order.Orders.Declined;
import dev.stepwright.examples.order.Orders.Order;
import dev.stepwright.examples.order.Orders.OrderResult;
import dev.stepwright.examples.order.Orders.PaidOrder;
import dev.stepwright.examples.order.Orders.Shipped;
import dev.stepwright.examples.order.Orders.Tier;
import dev.stepwright.examples.order.Shop.PaymentDeclined;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Checks, charges and ships an order. */
public final class OrderProcessing {
    private OrderProcessing() {}

    // region machine
    @AslDefinition("order")
    public static StateMachine<Order, OrderResult> machine() {
        StateRef<OrderResult> done = label("done");

        var charge = task("Charge card", Shop::charge)
                .arguments(ChargeRequest::new, path(Order::id), path(Order::total), value("EUR"))
                .retry(onError(TimeoutException.class)
                        .maxAttempts(3)
                        .interval(Duration.ofSeconds(1))
                        .backoffRate(2));

        var reserve = task("Reserve stock", Shop::reserve).arguments(path(Order::items));

        return StateMachine.start(task("Validate", Shop::validate))
                .then(choice("Large order?")
                        .when(
                                path(Order::total)
                                        .greaterThan(1000)
                                        .and(not(path(Order::tier).equalTo(Tier.GOLD))),
                                task("Review", Shop::review))
                        .otherwise(proceed()))
                .then(parallel("Pay and reserve", charge, reserve)
                        .output(PaidOrder::new, input(), branch1(), branch2())
                        .catching(
                                PaymentDeclined.class,
                                object(Declined::new, input(), error(ErrorOutput::cause)),
                                task("Cancel", Shop::cancel).then(goTo(done))))
                .then(map("Ship items", path(PaidOrder::order).get(Order::items), task("Ship item", Shop::ship))
                        .maxConcurrency(5)
                        .output(Shipped::new, path(PaidOrder::order).get(Order::id), result()))
                .then(waitFor("Cool down", Duration.ofSeconds(2)))
                .then(done.at(succeed("Done")));
    }
    // endregion
}
