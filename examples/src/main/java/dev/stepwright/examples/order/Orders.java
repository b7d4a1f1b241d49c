package dev.stepwright.examples.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** The data of the order workflow. */
public interface Orders {
    enum Tier {
        GOLD,
        BASIC
    }

    record Item(String sku, int quantity) {}

    record Order(String id, @JsonProperty("order_total") BigDecimal total, Tier tier, List<Item> items) {}

    record ChargeRequest(String orderId, BigDecimal amount, String currency) {}

    record Receipt(String chargeId, BigDecimal amount) {}

    record Reservation(String warehouse) {}

    record PaidOrder(Order order, Receipt receipt, Reservation reservation) {}

    record Label(String sku, String tracking) {}

    record Declined(Order order, String reason) {}

    /** How an order ends. */
    sealed interface OrderResult permits Shipped, Rejected {}

    record Shipped(String orderId, List<Label> labels) implements OrderResult {}

    record Rejected(String orderId, String reason) implements OrderResult {}
}
