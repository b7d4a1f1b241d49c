package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What the programs of the tests are about: an order, and a shop that works on it. */
public interface Orders {
    enum Tier {
        GOLD,
        BASIC
    }

    record Customer(String email, int age) {}

    record Item(
            String sku,
            int quantity,
            @JsonProperty("unit_price") BigDecimal unitPrice) {}

    record Order(
            String id,
            @JsonProperty("order_total") BigDecimal total,
            boolean express,
            Tier tier,
            Instant shipAt,
            Customer customer,
            List<Item> items) {}

    record ChargeRequest(String orderId, BigDecimal amount, String currency) {}

    record Receipt(String chargeId, BigDecimal amount) {}

    record Reservation(String warehouse) {}

    record PaidOrder(Order order, Receipt receipt, Reservation reservation) {}

    record Label(String sku, String tracking) {}

    record Declined(Order order, String reason) {}

    sealed interface OrderResult permits Shipped, Rejected {}

    record Shipped(String orderId, List<Label> labels) implements OrderResult {}

    record Rejected(String orderId, String reason) implements OrderResult {}

    @ErrorName("PaymentDeclined")
    class PaymentDeclined extends Exception {
        private static final long serialVersionUID = 1;
    }

    class InvalidOrder extends Exception {
        private static final long serialVersionUID = 1;
    }

    interface Shop {
        Order validate(Order order) throws InvalidOrder;

        Order review(Order order);

        Receipt charge(ChargeRequest request) throws PaymentDeclined;

        Reservation reserve(List<Item> items);

        Label ship(Item item);

        Rejected cancel(Declined declined);
    }
}
