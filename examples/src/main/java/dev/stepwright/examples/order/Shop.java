package dev.stepwright.examples.order;

import dev.stepwright.dsl.ErrorName;
import dev.stepwright.examples.order.Orders.ChargeRequest;
import dev.stepwright.examples.order.Orders.Declined;
import dev.stepwright.examples.order.Orders.Item;
import dev.stepwright.examples.order.Orders.Label;
import dev.stepwright.examples.order.Orders.Order;
import dev.stepwright.examples.order.Orders.Receipt;
import dev.stepwright.examples.order.Orders.Rejected;
import dev.stepwright.examples.order.Orders.Reservation;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The work that the order workflow asks for. On AWS each method is a Lambda function; here it is Java. */
public interface Shop {
    Order validate(Order order);

    Order review(Order order);

    Receipt charge(ChargeRequest request) throws PaymentDeclined, TimeoutException;

    Reservation reserve(List<Item> items);

    Label ship(Item item);

    Rejected cancel(Declined declined);

    /** The card's bank said no. */
    @ErrorName("PaymentDeclined")
    final class PaymentDeclined extends Exception {
        private static final long serialVersionUID = 1L;

        public PaymentDeclined(String reason) {
            super(reason);
        }
    }
}
