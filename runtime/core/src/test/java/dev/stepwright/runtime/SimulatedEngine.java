package dev.stepwright.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Makes engines whose decisions are run by a simulation, and that wait by having it go on. */
public final class SimulatedEngine {
    private SimulatedEngine() {}

    /** Returns an engine. {@code wait} is called where somebody waits for the store: it returns once the stage has completed. */
    public static Engine create(EngineConfig config, ExecutorService decisions, Consumer<CompletableFuture<?>> wait) {
        return new Engine(new Host(config, decisions) {
            @Override
            void await(CompletableFuture<?> stage) {
                wait.accept(stage);
                if (stage.isDone()) {
                    super.await(stage);
                }
            }
        });
    }
}
