package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.StateMachine;

/** A step that only some take; all go on together. */
public final class Rejoin {
    private Rejoin() {}

    public record Quote(String customer, int total, boolean approved) {}

    public interface Sales {
        Quote price(Quote quote);

        Quote approve(Quote quote);

        Quote send(Quote quote);
    }

    // region machine
    public static StateMachine<Quote, Quote> machine() {
        return StateMachine.start(task("Price", Sales::price))
                .then(choice("Large?")
                        .when(path(Quote::total).greaterThan(1000), task("Approve", Sales::approve))
                        .otherwise(proceed()))
                .then(task("Send", Sales::send))
                .end();
    }
    // endregion
}
