package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.dsl.Context;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.examples.guide.Orders.Customer;
import dev.stepwright.examples.guide.Orders.Item;
import dev.stepwright.examples.guide.Orders.Note;
import dev.stepwright.examples.guide.Orders.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Expressions. */
public final class Data {
    private Data() {}

    public record Summary(
            String order, @JsonProperty("e-mail") String email, List<String> skus) {}

    public static StateMachine<Order, Summary> paths() {
        // region paths
        return StateMachine.start(pass(
                        "Sum up",
                        Summary::new,
                        path(Order::id),
                        path(Order::customer).get(Customer::email),
                        path(Order::items).each(Item::sku)))
                .end();
        // endregion
    }

    public record Cart(String id, Optional<String> coupon) {}

    public record Bill(String cart, int price, Optional<String> coupon) {}

    public static StateMachine<Cart, Bill> optionals() {
        // region optional
        return StateMachine.start(choice("Half price?")
                        .when(
                                path(Cart::coupon).equalTo("HALF"),
                                pass("Half", Bill::new, path(Cart::id), value(50), optional(path(Cart::coupon))))
                        .otherwise(pass("Full", Bill::new, path(Cart::id), value(100), value(Optional.empty()))))
                .end();
        // endregion
    }

    public static StateMachine<Order, Item> verbatim() {
        // region verbatim
        return StateMachine.start(Order.class)
                .then(choice("Wholesale?")
                        .when(
                                condition("$max($states.input.items.quantity) > 100"),
                                fail("Too much", "Wholesale", "not here"))
                        .otherwise(proceed()))
                .then(pass("Heaviest", jsonata("$states.input.items^(>quantity)[0]", Item.class)))
                .end();
        // endregion
    }

    public record Figures(int quantity, Instant due, String greeting) {}

    public static StateMachine<Order, Figures> calculations() {
        // region calculations
        return StateMachine.start(pass(
                        "Calculate",
                        Figures::new,
                        path(Order::items).sum(Item::quantity),
                        path(Order::shipAt).plus(Duration.ofDays(2)),
                        path(Order::customer).get(Customer::email).orElse("nobody")))
                .end();
        // endregion
    }

    public record Derived(
            List<String> parts, String hash, String encoded, boolean known, List<Integer> numbers, String first) {}

    public static StateMachine<Order, Derived> functions() {
        // region functions
        return StateMachine.start(pass(
                        "Derive",
                        Derived::new,
                        path(Order::id).split('-'),
                        path(Order::id).hash("SHA-1"),
                        path(Order::id).base64Encode(),
                        listOf(value("o-1"), value("o-2")).contains(path(Order::id)),
                        range(1, 9, 4),
                        path(Order::id).split('-').item(0)))
                .end();
        // endregion
    }

    public static StateMachine<Order, Note> texts() {
        // region format
        return StateMachine.start(pass(
                        "Note",
                        object(
                                Note.class,
                                field(Note::order).is(Context.executionName()),
                                field(Note::text)
                                        .is(format("order {} over {} EUR", path(Order::id), path(Order::total))))))
                .end();
        // endregion
    }

    public static StateMachine<Order, JsonNode> literal() {
        // region json
        return StateMachine.start(Order.class)
                .then(pass("Defaults", json("{\"currency\": \"EUR\", \"lines\": [1, 2]}")))
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> conditions() {
        // region conditions
        return StateMachine.start(choice("Which?")
                        .when(path(Order::id).matches("TEST-*").comment("orders of the testers"), pass("Test"))
                        .when(
                                path(Order::total)
                                        .lessThanOrEqualTo(0)
                                        .or(path(Order::customer).isNull()),
                                pass("Odd"))
                        .otherwise(pass("Usual")))
                .end();
        // endregion
    }

    public static StateMachine<Order, JsonNode> withoutClass() {
        // region fields
        return StateMachine.start(pass(
                        "Label",
                        json(
                                field("order-id", path(Order::id)),
                                field(
                                        "to",
                                        json(field(
                                                "email", path(Order::customer).get(Customer::email)))))))
                .end();
        // endregion
    }
}
