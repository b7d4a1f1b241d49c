package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.Dsl;
import dev.stepwright.dsl.ErrorOutput;
import dev.stepwright.dsl.Errors;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.StateRef;
import dev.stepwright.dsl.Var;
import dev.stepwright.examples.guide.Orders.Checkout;
import dev.stepwright.examples.guide.Orders.Customer;
import dev.stepwright.examples.guide.Orders.Declined;
import dev.stepwright.examples.guide.Orders.Note;
import dev.stepwright.examples.guide.Orders.Order;
import dev.stepwright.examples.guide.Orders.Payment;
import dev.stepwright.examples.guide.Orders.Receipt;
import dev.stepwright.examples.guide.Orders.Refusal;
import dev.stepwright.examples.guide.Orders.Shop;
import java.time.Duration;

/** Errors, variables, jumps. */
public final class Handling {
    private Handling() {}

    public static StateMachine<Order, Order> retrying() {
        // region retry
        return StateMachine.start(task("Check", Shop::check)
                        .retry(
                                onError(Errors.TIMEOUT)
                                        .maxAttempts(5)
                                        .interval(Duration.ofSeconds(2))
                                        .backoffRate(1.5)
                                        .maxDelay(Duration.ofMinutes(1))
                                        .fullJitter(),
                                onError(Errors.ALL).maxAttempts(1)))
                .end();
        // endregion
    }

    public static StateMachine<Checkout, Checkout> catchingInto() {
        // region catch-into
        return StateMachine.start(task("Charge", Shop::charge)
                        .arguments(
                                Payment::new,
                                path(Checkout::order).get(Order::id),
                                path(Checkout::order).get(Order::total),
                                value("EUR"))
                        .resultInto(Checkout::receipt)
                        .catchingInto(Declined.class, Checkout::problem, proceed()))
                .end();
        // endregion
    }

    public static StateMachine<Order, Refusal> catchingData() {
        // region catch-data
        StateRef<Refusal> done = label("done");

        return StateMachine.start(task("Charge", Shop::charge)
                        .arguments(Payment::new, path(Order::id), path(Order::total), value("EUR"))
                        .catching(
                                Declined.class,
                                object(Refusal::new, path(Order::id), error(ErrorOutput::cause)),
                                goTo(done)))
                .then(pass("No refusal", Refusal::new, path(Receipt::number), value("none")))
                .then(done.at(succeed("Done")));
        // endregion
    }

    public static StateMachine<Order, Note> variables() {
        // region variables
        Var<String> number = variable("number", String.class);

        return StateMachine.start(task("Charge", Shop::charge)
                        .arguments(Payment::new, path(Order::id), path(Order::total), value("EUR"))
                        .assign(number, result(Receipt::number)))
                .then(waitFor("Cool down", Duration.ofSeconds(10)))
                .then(pass("Note", Note::new, number.value(), value("paid")))
                .end();
        // endregion
    }

    public static StateMachine<Order, Note> variablesOnTheWay() {
        // region assigning
        Var<String> size = variable("size", String.class);

        return StateMachine.start(choice("Large?")
                        .when(path(Order::total).greaterThan(1000), assigning(size, value("large"), proceed()))
                        .otherwise(assigning(size, value("small"), proceed())))
                .then(pass("Note", Note::new, path(Order::id), size.value()))
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> reasons() {
        // region catch-assign
        Var<String> reason = variable("reason", String.class);

        return StateMachine.start(task("Charge", Shop::charge)
                        .arguments(Payment::new, path(Order::id), path(Order::total), value("EUR"))
                        .discardResult()
                        .catchingAny(
                                errors("Declined", "Blocked").comment("the bank's reasons"),
                                input(),
                                assigning(
                                        reason,
                                        value("no money"),
                                        fail("Refused").error("Refused").cause(reason.value()))))
                .end();
        // endregion
    }

    public static StateMachine<Order, Receipt> takingOnTheWay() {
        // region taking
        return StateMachine.start(choice("Anything to pay?")
                        .when(
                                path(Order::total).greaterThan(0),
                                taking(
                                        object(Payment::new, path(Order::id), path(Order::total), value("EUR")),
                                        task("Charge", Shop::charge)))
                        .otherwise(pass("Free", Receipt::new, path(Order::id), value(0))))
                .end();
        // endregion
    }

    public static StateMachine<Checkout, Checkout> deeper() {
        // region deep
        return StateMachine.start(pass("Rename", value("kim@example.org"))
                        .resultInto(path(Checkout::order).get(Order::customer).get(Customer::email)))
                .end();
        // endregion
    }

    // region counting
    record Checked(int times, boolean large) {}

    public static StateMachine<Order, Checked> counting() {
        Var<Integer> tries = variable("tries", Integer.class);
        var count = number(tries.value());

        return StateMachine.start(Dsl.<Order>pass("Begin").assign(tries, value(0)))
                .then(loop(
                        "again",
                        again -> task("Check", Shop::check)
                                .assign(tries, count.plus(1))
                                .then(choice("Once more?")
                                        .when(path(Order::total).lessThan(0).and(count.lessThan(3)), goTo(again))
                                        .otherwise(proceed()))))
                .then(pass(
                        "Report", Checked::new, count, bool(path(Order::total).greaterThan(1000))))
                .end();
    }
    // endregion

    public static StateMachine<Order, Order> again() {
        // region labels
        StateRef<Order> check = label("check");

        return StateMachine.start(Order.class)
                .then(check.at(task("Check", Shop::check)))
                .then(choice("In order?")
                        .when(path(Order::total).lessThan(0), goTo(check))
                        .otherwise(proceed()))
                .end();
        // endregion
    }

    public static StateMachine<Checkout, Order> part() {
        // region part
        return StateMachine.start(Checkout.class)
                .then(task("Charge", Shop::charge)
                        .arguments(within(
                                path(Checkout::order),
                                object(Payment::new, path(Order::id), path(Order::total), value("EUR"))))
                        .resultInto(Checkout::receipt)
                        .keep(path(Checkout::order)))
                .end();
        // endregion
    }
}
