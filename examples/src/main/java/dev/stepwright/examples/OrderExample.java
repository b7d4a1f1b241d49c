package dev.stepwright.examples;

import static dev.stepwright.examples.Page.title;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.examples.order.CornerShop;
import dev.stepwright.examples.order.OrderProcessing;
import dev.stepwright.examples.order.Orders.Item;
import dev.stepwright.examples.order.Orders.Order;
import dev.stepwright.examples.order.Orders.OrderResult;
import dev.stepwright.examples.order.Orders.Tier;
import dev.stepwright.examples.order.Shop;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.testkit.ProgressLines;
import dev.stepwright.validation.Validator;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/** The order workflow: written in Java, printed as ASL, checked, run with handlers in Java. */
final class OrderExample {
    private OrderExample() {}

    static int run(PrintStream out) {
        StateMachine<Order, OrderResult> machine = OrderProcessing.machine();
        title(out, "The workflow OrderProcessing.java, as ASL");
        out.print(machine.toAsl());

        title(out, "Validation");
        var findings = Validator.validate(AslDocument.of("order.asl.json", machine.definition()));
        findings.forEach(finding -> out.println("  " + finding.format("order.asl.json")));
        out.println("  "
                + machine.definition().scopes().stream()
                        .mapToInt(scope -> scope.states().size())
                        .sum()
                + " states, " + findings.size() + " findings");

        title(out, "One execution, state by state");
        // region run
        var order = new Order(
                "o-1", new BigDecimal("1250.00"), Tier.BASIC, List.of(new Item("lamp", 2), new Item("bulb", 6)));
        var config = EngineConfig.builder()
                .handlers(TaskHandlers.builder()
                        .methods(machine.handlers().bind(Shop.class, new CornerShop()))
                        .build())
                .listener(ProgressLines.to(out::println));
        try (Engine engine = Engine.create(config.build())) {
            Outcome<OrderResult> outcome = engine.start(machine, order).await();
            // endregion
            title(out, "The typed result");
            out.println("  " + outcome);
            Page.whereNext(out);
            return outcome instanceof Outcome.Succeeded<OrderResult> ? 0 : 1;
        }
    }
}
