package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.StateMachine;
import java.util.List;

/** Many at a time, then one answer of all. */
public final class FanOut {
    private FanOut() {}

    public record Request(String product, List<String> shops) {}

    public record Offer(String shop, int price) {}

    public interface Market {
        Offer ask(String shop);

        Offer best(List<Offer> offers);
    }

    // region machine
    public static StateMachine<Request, Offer> machine() {
        return StateMachine.start(map("Ask each shop", path(Request::shops), task("Ask", Market::ask))
                        .maxConcurrency(3))
                .then(task("Take the best", Market::best))
                .end();
    }
    // endregion
}
