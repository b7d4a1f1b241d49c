package dev.stepwright.benchmarks.peer;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.benchmarks.workload.Workload;
import dev.stepwright.benchmarks.workload.Workloads;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.task.TaskHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Our engine: in memory without and with history, as Express, and with the durable stores. */
final class Stepwright {
    /** How many ended executions the store in memory keeps: with its usual 10,000 those of w3 would fill the heap. */
    private static final int KEPT = 100;

    private static final JsonNode DONE = JsonNodeFactory.instance.objectNode().put("done", true);

    private Stepwright() {}

    /** How the engine of a line is set up. */
    enum Kind {
        WITHOUT_HISTORY("stepwright"),
        WITH_HISTORY("stepwright, history"),
        EXPRESS("stepwright, Express");

        private final String peer;

        Kind(String peer) {
            this.peer = peer;
        }
    }

    static void measureInMemory(Pace pace, int... concurrency) {
        for (Kind kind : Kind.values()) {
            Meter meter = new Meter(kind.peer, pace);
            for (Workload workload : Workloads.all()) {
                try (Engine engine = Engine.create(config(kind).build())) {
                    meter.measure(
                            workload.name(),
                            workload.transitions(),
                            () -> calls(register(engine, kind == Kind.EXPRESS, workload), workload),
                            concurrency);
                }
            }
        }
    }

    private static EngineConfig.Builder config(Kind kind) {
        EngineConfig.Builder config = EngineConfig.builder();
        return kind == Kind.WITH_HISTORY ? config.store(new InMemoryStore(KEPT)) : config.withoutHistory();
    }

    private static Load calls(Workflow<JsonNode, JsonNode> workflow, Workload workload) {
        workload.checked(output(workflow.run(workload.input())));
        return Load.ofCalls(() -> output(workflow.run(workload.input())));
    }

    static Workflow<JsonNode, JsonNode> register(Engine engine, boolean isExpress, Workload workload) {
        StateMachineDefinition definition = StateMachineDefinition.of(workload.definition());
        return isExpress
                ? engine.registerExpress(
                        workload.name(), definition, JsonNode.class, JsonNode.class, handlers(workload))
                : engine.register(workload.name(), definition, JsonNode.class, JsonNode.class, handlers(workload));
    }

    private static TaskHandlers handlers(Workload workload) {
        return tasks(workload).build();
    }

    private static TaskHandlers.Builder tasks(Workload workload) {
        TaskHandlers.Builder handlers = TaskHandlers.builder();
        if (workload.name().equals("w6")) {
            workload.definition()
                    .get("States")
                    .propertyNames()
                    .forEach(state -> handlers.inline(state, (input, context) -> DONE));
        }
        return handlers;
    }

    /** What is measured of a durable store. */
    private interface Durable {
        void measure(Meter meter, TaskHandlers handlers) throws IOException;
    }

    /** Measures w6 with the SQLite store, in a folder of its own each time. */
    static void measureDurable(Pace pace, Path folder, int... concurrency) throws IOException {
        measureDurable(pace, "stepwright, durable", (meter, handlers) -> {
            for (int lanes : concurrency) {
                Path data = Files.createTempDirectory(folder, "durable");
                try {
                    measureDurable(meter, EngineConfig.durable(data), handlers, lanes);
                } finally {
                    delete(data);
                }
            }
        });
    }

    /** Measures w6 with the PostgreSQL store. */
    static void measurePostgres(Pace pace, String databaseUrl, int... concurrency) throws IOException {
        measureDurable(pace, "stepwright on PostgreSQL", (meter, handlers) -> {
            for (int lanes : concurrency) {
                EngineConfig config = EngineConfig.builder()
                        .durable(databaseUrl + "?user=postgres")
                        .build();
                measureDurable(meter, config, handlers, lanes);
            }
        });
    }

    /** As it comes, and with tasks that must not be done twice, so that each has a commit of its own. */
    private static void measureDurable(Pace pace, String peer, Durable durable) throws IOException {
        Workload workload = Workloads.of("w6");
        TaskHandlers.Builder once = tasks(workload);
        workload.definition().get("States").propertyNames().forEach(once::atMostOnce);
        durable.measure(new Meter(peer, pace), handlers(workload));
        durable.measure(new Meter(peer + ", at most once", pace), once.build());
    }

    private static void measureDurable(Meter meter, EngineConfig config, TaskHandlers handlers, int lanes) {
        Workload workload = Workloads.of("w6");
        try (Engine engine = Engine.create(config)) {
            meter.measure(
                    workload.name(),
                    workload.transitions(),
                    () -> stages(
                            engine.register(
                                    workload.name(),
                                    StateMachineDefinition.of(workload.definition()),
                                    JsonNode.class,
                                    JsonNode.class,
                                    handlers),
                            workload),
                    lanes);
        }
    }

    private static Load stages(Workflow<JsonNode, JsonNode> workflow, Workload workload) {
        workload.checked(output(workflow.start(workload.input()).await()));
        return Load.ofStages(() -> workflow.start(workload.input()).outcome().thenApply(Stepwright::output));
    }

    static JsonNode output(Outcome<JsonNode> outcome) {
        if (outcome instanceof Outcome.Succeeded<JsonNode> succeeded) {
            return succeeded.output();
        }
        throw new IllegalStateException("an execution should have succeeded, but is " + outcome);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
