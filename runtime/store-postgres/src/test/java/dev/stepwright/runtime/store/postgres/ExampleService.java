package dev.stepwright.runtime.store.postgres;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The service of the documentation: the same program on each machine. */
final class ExampleService {
    private ExampleService() {}

    // region service
    /** Works as soon as no other machine does; returns when another one has taken over. */
    static String serve(
            String url,
            PostgresSettings settings,
            StateMachineDefinition machine,
            TaskHandlers handlers,
            Consumer<Workflow<JsonNode, JsonNode>> takeCalls)
            throws InterruptedException, ExecutionException {
        PostgresStore store = PostgresStore.open(url, settings); // stands by while another machine works
        try (Engine engine = Engine.create(EngineConfig.builder().store(store).build())) {
            Workflow<JsonNode, JsonNode> checkout =
                    engine.register("Checkout", machine, JsonNode.class, JsonNode.class, handlers);
            engine.recover();
            takeCalls.accept(checkout);
            StoreLostException lost = engine.lost().toCompletableFuture().get(); // never, unless the store is lost
            return lost.getMessage(); // end the process: whoever runs it starts it again, and it stands by
        }
    }

    static PostgresSettings settings() {
        return PostgresSettings.DEFAULT
                .withSchema("checkout")
                .withFailover(Failover.DEFAULT
                        .withGrace(Duration.ofSeconds(3)) // a killed process is replaced after this
                        .withLease(Duration.ofSeconds(15))); // one that stands still after this
    }
    // endregion
}
