package dev.stepwright.examples.guide;

import dev.stepwright.dsl.ErrorName;
import dev.stepwright.dsl.ErrorOutput;
import dev.stepwright.dsl.items.Batch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the guide is about. */
public interface Orders {
    // region data
    record Item(String sku, int quantity) {}

    record Customer(String email, boolean vip) {}

    record Order(String id, int total, Customer customer, List<Item> items, Instant shipAt) {}

    record Payment(String orderId, int amount, String currency) {}

    record Receipt(String number, int amount) {}

    record Parcel(String label) {}

    interface Shop {
        Order check(Order order);

        Receipt charge(Payment payment) throws Declined;

        Parcel pack(Packing packing);
    }
    // endregion

    record Packing(Item item, int place, String order) {}

    record Sale(Receipt receipt, Order order) {}

    record Checkout(
            Order order,
            @Nullable Receipt receipt,
            @Nullable ErrorOutput problem) {}

    record Refusal(String order, String reason) {}

    record Note(String order, String text) {}

    record Row(String sku, String quantity) {}

    record Import(String bucket, String file) {}

    record Imported(int rows) {}

    interface Warehouse {
        Imported load(Batch<Void, Row> rows);
    }

    /** The bank said no. */
    @ErrorName("Declined")
    final class Declined extends Exception {
        private static final long serialVersionUID = 1;

        public Declined(String reason) {
            super(reason);
        }
    }
}
