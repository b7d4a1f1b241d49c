package dev.stepwright.dsl;

import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Receipt;
import dev.stepwright.dsl.Orders.Reservation;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.items.Batch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the programs of the case list use beside the orders. */
public final class Surroundings {
    public static final NeedsEnd<Order, Order> validated = StateMachine.start(Dsl.task("Validate", Shop::validate));

    private Surroundings() {}

    public record Ctx(
            Order order, Receipt receipt, Reservation reservation, ChargeRequest request, ErrorOutput error) {}

    public record Both(Receipt receipt, Reservation reservation) {}

    public record Three(Order a, Order b, Order c) {}

    public record Ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}

    public record Numbered(Item item, int index) {}

    public record ReceiptHolder(Receipt receipt) {}

    public record Deep(Ctx ctx) {}

    public enum Size {
        SMALL,
        LARGE
    }

    public record Wish(
            Optional<String> note,
            Optional<Integer> count,
            Optional<Boolean> gift,
            Optional<Instant> at,
            Optional<Size> size,
            Optional<List<Item>> items,
            Optional<Receipt> receipt,
            Optional<ErrorOutput> problem,
            Optional<Wish> next) {}

    public record Noted(String sku, Optional<String> note) {}

    /** Asks people, who answer when they like. */
    public interface Desk {
        void ask(Order order, TaskToken<Receipt> token) throws java.io.IOException;
    }

    /** Works on batches of a distributed Map. */
    public interface Packer {
        String pack(Batch<Void, Item> batch);

        String packFor(Batch<String, Item> batch);

        String packNumbered(Batch<Void, Numbered> batch);
    }

    public interface Service {
        String any(Object value);

        Ctx repair(Ctx context);

        String three(String a, String b, String c);

        void nothing(Order order);
    }

    public static Task<Order, Order> review(String name) {
        return Dsl.task(name, Shop::review);
    }
}
