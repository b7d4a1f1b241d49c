package dev.stepwright.examples.order;

import dev.stepwright.examples.order.Orders.ChargeRequest;
import dev.stepwright.examples.order.Orders.Declined;
import dev.stepwright.examples.order.Orders.Item;
import dev.stepwright.examples.order.Orders.Label;
import dev.stepwright.examples.order.Orders.Order;
import dev.stepwright.examples.order.Orders.Receipt;
import dev.stepwright.examples.order.Orders.Rejected;
import dev.stepwright.examples.order.Orders.Reservation;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop whose card terminal does not answer the first time, and whose bank declines amounts of 5,000 and more. */
public final class CornerShop implements Shop {
    private static final BigDecimal CARD_LIMIT = new BigDecimal(5_000);

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Order validate(Order order) {
        if (order.items().isEmpty()) {
            throw new IllegalArgumentException("order " + order.id() + " has no items");
        }
        return order;
    }

    @Override
    public Order review(Order order) {
        return order;
    }

    @Override
    public Receipt charge(ChargeRequest request) throws PaymentDeclined, TimeoutException {
        if (calls.getAndIncrement() == 0) {
            throw new TimeoutException("the card terminal did not answer");
        }
        if (request.amount().compareTo(CARD_LIMIT) >= 0) {
            throw new PaymentDeclined("the card's limit is " + CARD_LIMIT);
        }
        return new Receipt("charge-" + request.orderId(), request.amount());
    }

    @Override
    public Reservation reserve(List<Item> items) {
        return new Reservation("warehouse-1");
    }

    @Override
    public Label ship(Item item) {
        return new Label(item.sku(), "track-" + item.sku());
    }

    @Override
    public Rejected cancel(Declined declined) {
        return new Rejected(declined.order().id(), declined.reason());
    }
}
