package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.ExecutionType;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.items.Batches;
import dev.stepwright.dsl.items.ItemFormat;
import dev.stepwright.dsl.items.ItemReader;
import dev.stepwright.examples.guide.Orders.Customer;
import dev.stepwright.examples.guide.Orders.Import;
import dev.stepwright.examples.guide.Orders.Imported;
import dev.stepwright.examples.guide.Orders.Order;
import dev.stepwright.examples.guide.Orders.Packing;
import dev.stepwright.examples.guide.Orders.Parcel;
import dev.stepwright.examples.guide.Orders.Payment;
import dev.stepwright.examples.guide.Orders.Receipt;
import dev.stepwright.examples.guide.Orders.Row;
import dev.stepwright.examples.guide.Orders.Sale;
import dev.stepwright.examples.guide.Orders.Shop;
import dev.stepwright.examples.guide.Orders.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The kinds of states. */
public final class States {
    private States() {}

    public static StateMachine<Order, String> charging() {
        // region task
        return StateMachine.start(task("Charge", Shop::charge)
                        .arguments(Payment::new, path(Order::id), path(Order::total), value("EUR"))
                        .timeout(Duration.ofSeconds(30))
                        .output(result(Receipt::number)))
                .end();
        // endregion
    }

    public static StateMachine<Order, Payment> preparing() {
        // region pass
        return StateMachine.start(pass("Prepare", Payment::new, path(Order::id), path(Order::total), value("EUR")))
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> waiting() {
        // region wait
        return StateMachine.start(Order.class)
                .then(waitFor("Cool down", Duration.ofSeconds(10)))
                .then(waitUntil("Ship at", path(Order::shipAt)))
                .then(waitUntil("Season", Instant.parse("2026-03-01T00:00:00Z")))
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> choosing() {
        // region choice
        return StateMachine.start(choice("Check by hand?")
                        .when(
                                path(Order::total)
                                        .greaterThan(1000)
                                        .and(not(path(Order::customer)
                                                .get(Customer::vip)
                                                .isTrue())),
                                task("Check", Shop::check))
                        .otherwise(proceed()))
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> choosingStatically() {
        // region static-choice
        return StateMachine.start(choice(
                        "Check by hand?",
                        when(path(Order::total).greaterThan(1000), task("Check", Shop::check)),
                        otherwise(pass("Take it"))))
                .end();
        // endregion
    }

    public static StateMachine<Order, Customer> waitingForCustomer() {
        // region wait-output
        return StateMachine.start(Order.class)
                .then(waitFor("Wait", Duration.ofSeconds(10)).output(path(Order::customer)))
                .end();
        // endregion
    }

    public static StateMachine<Order, Sale> bothAtOnce() {
        // region parallel
        var charge =
                task("Charge", Shop::charge).arguments(Payment::new, path(Order::id), path(Order::total), value("EUR"));

        return StateMachine.start(parallel("Charge and check", charge, task("Check", Shop::check))
                        .combine(Sale::new))
                .end();
        // endregion
    }

    public static StateMachine<Order, List<Parcel>> packing() {
        // region map
        return StateMachine.start(map(
                                "Pack items",
                                path(Order::items),
                                object(Packing::new, item(), itemIndex(), path(Order::id)),
                                task("Pack", Shop::pack))
                        .maxConcurrency(2))
                .end();
        // endregion
    }

    public static StateMachine<Import, List<Imported>> importing() {
        // region distributed-map
        return StateMachine.start(distributedMap(
                                "Import rows",
                                ItemReader.object(ItemFormat.csv(Row.class), path(Import::bucket), path(Import::file)))
                        .batches(Batches.ofItems(100))
                        .process(task("Load", Warehouse::load))
                        .executionType(ExecutionType.EXPRESS)
                        .label("rows")
                        .toleratedFailurePercentage(5))
                .end();
        // endregion
    }

    public static StateMachine<Order, String> ending() {
        // region ends
        return StateMachine.start(choice("Anything in it?")
                .when(path(Order::total).greaterThan(0), succeed("Taken", path(Order::id)))
                .otherwise(fail("Refused", "EmptyOrder", "there is nothing to pay for")));
        // endregion
    }
}
