package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A process that ends with each of its writes to a store in turn, once with that write and once without it; another one goes on. In the end the
 * history is that of a process that did not end, but for the times.
 */
public final class CrashPoints {
    /** When the executions are started. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:Case:case";
    private static final int MOST_SECONDS = 60;

    private final JsonNode scenario;
    private final Function<String, ? extends ExecutionStore> stores;

    /**
     * @param scenario a case of the engine's tests; {@code stopChild} says which execution of a Map Run somebody stops, by its input, and after how
     *     many seconds
     * @param stores opens the store of a name: an empty one at first, then with what is in it
     * @throws IOException if the scenario cannot be read
     */
    public CrashPoints(Path scenario, Function<String, ? extends ExecutionStore> stores) throws IOException {
        this.scenario = read(scenario);
        this.stores = stores;
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonDocument.read(file).root();
    }

    /**
     * Returns scenarios among files.
     *
     * @param every which of them: each with 1, every other with 2, and so on; all with the system property {@code stepwright.scenarios=all}
     */
    public static List<Path> scenarios(Path folder, int every) throws IOException {
        int step = System.getProperty("stepwright.scenarios", "").equals("all") ? 1 : every;
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            if (!read(all.get(i)).has("stopAfter")) { // nobody would stop it after the crash
                some.add(all.get(i));
            }
        }
        return some;
    }

    /**
     * Ends the process at each point.
     *
     * @return how many there are
     * @throws AssertionError if a history is another one than that without an end, or none ends in the time that it may take
     */
    public int check() {
        Run undisturbed = new Run("undisturbed");
        List<String> wanted = undisturbed.toTheEnd();
        if (scenario.has("stopChild")) {
            assertThat(wanted).anyMatch(line -> line.endsWith("ABORTED"));
        }
        int writes = undisturbed.writes;
        for (int last = 1; last <= writes; last++) {
            for (boolean isLastWritten : new boolean[] {false, true}) {
                Run run = new Run(last + "-" + isLastWritten);
                run.toTheCrash(last, isLastWritten);

                assertThat(run.toTheEnd())
                        .as("ended with write %d of %d, which was %swritten", last, writes, isLastWritten ? "" : "not ")
                        .isEqualTo(wanted);
            }
        }
        return 2 * writes;
    }

    /** One store, over the ends of its processes. */
    private final class Run {
        private final String store;
        private final ScenarioAnswers answers = new ScenarioAnswers(scenario.path("tasks"));
        private Instant now = START;
        private int writes;

        Run(String store) {
            this.store = store;
        }

        /** Deterministic, and the same in each process: the seed of an execution that was not stored does not matter to anybody. */
        private static Supplier<UUID> ids() {
            AtomicLong number = new AtomicLong();
            return () -> new UUID(0, number.incrementAndGet());
        }

        private Engine engine(CrashingStore crashing, VirtualTime time) {
            Engine engine = Engine.create(EngineConfig.builder()
                    .time(time)
                    .store(crashing)
                    .ids(ids())
                    .limits(limits())
                    .iteratingOverObjects(scenario.path("iteratesObjects").asBoolean(false))
                    .runner(answers.runner(time))
                    .build());
            scenario.path("activities").forEach(name -> engine.activities().create(name.stringValue()));
            for (var machine : scenario.path("machines").properties()) {
                register(engine, machine.getKey(), machine.getValue());
            }
            register(engine, "Case", scenario.path("definition"));
            return engine;
        }

        private Limits limits() {
            JsonNode limits = scenario.path("limits");
            return new Limits(
                    limits.path("payloadBytes").asInt(Limits.STANDARD.payloadBytes()),
                    limits.path("historyEvents").asLong(Limits.STANDARD.historyEvents()),
                    Limits.STANDARD.executionTime(),
                    Limits.STANDARD.redrivePeriod(),
                    limits.path("variableBytes").asLong(Limits.STANDARD.variableBytes()),
                    limits.path("iterations").asInt(Limits.STANDARD.iterations()),
                    limits.path("mapRunExecutions").asInt(Limits.STANDARD.mapRunExecutions()));
        }

        private static Workflow<JsonNode, JsonNode> register(Engine engine, String name, JsonNode definition) {
            return engine.register(
                    name, StateMachineDefinition.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none());
        }

        /** Time stands still until somebody is there who stops what is to be stopped. */
        private @Nullable Execution<JsonNode> start(Engine engine, VirtualTime time) {
            time.workBegins();
            try {
                return start(engine);
            } finally {
                stopChildLater(engine, time);
                time.workEnds();
            }
        }

        /** Whoever stops it asks again after a crash, and waits for no answer: he may be on a thread of the store. */
        @SuppressWarnings("FutureReturnValueIgnored") // as it says
        private void stopChildLater(Engine engine, VirtualTime time) {
            JsonNode stop = scenario.path("stopChild");
            if (stop.isObject()) {
                Instant when = START.plusMillis(Math.round(stop.path("after").asDouble(0) * 1000));
                time.at(
                        when,
                        () -> engine.mapRuns().of(ARN).stream()
                                .limit(1) // not in what begins after a retry
                                .flatMap(run -> engine.mapRuns().executions(run.arn()).stream())
                                .filter(child -> child.input().equals(stop.path("input")))
                                .forEach(child ->
                                        engine.mapRuns().stop(child.identity().arn(), "Halt", "this one")));
            }
        }

        private @Nullable Execution<JsonNode> start(Engine engine) {
            List<Execution<JsonNode>> recovered = engine.recover();
            if (engine.describe(ARN).isPresent()) {
                return recovered.stream()
                        .filter(execution -> execution.arn().equals(ARN))
                        .findFirst()
                        .orElse(null);
            }
            return begin(engine);
        }

        private Execution<JsonNode> begin(Engine engine) {
            JsonNode input = scenario.has("input")
                    ? scenario.path("input")
                    : JsonDocument.parse("{}").root();
            return register(engine, "Case", scenario.path("definition")).start("case", input);
        }

        void toTheCrash(int last, boolean isLastWritten) {
            CrashingStore crashing = new CrashingStore(stores.apply(store), last, isLastWritten);
            VirtualTime time = VirtualTime.automatic(now);
            Engine engine = engine(crashing, time);
            Thread starter = new Thread(() -> {
                time.workBegins();
                try {
                    begin(engine);
                    stopChildLater(engine, time);
                    time.workEnds();
                } catch (IllegalStateException e) {
                    // the process has ended before it could say that the execution has been started
                }
            });
            starter.start();
            try {
                crashing.awaitCrash();
                now = time.now();
                engine.close();
                starter.join();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        List<String> toTheEnd() {
            CrashingStore whole = new CrashingStore(stores.apply(store), Integer.MAX_VALUE, true);
            VirtualTime time = VirtualTime.automatic(now);
            try (Engine engine = engine(whole, time)) {
                Execution<JsonNode> execution = start(engine, time);
                if (execution != null) {
                    execution.outcome().toCompletableFuture().get(MOST_SECONDS, TimeUnit.SECONDS);
                }
                writes = whole.writes();
                List<String> told = new ArrayList<>(texts(whole.history(ARN, 0, Integer.MAX_VALUE)));
                children(engine).forEach(child -> {
                    told.add(child.identity().arn() + " " + child.status());
                    told.addAll(texts(engine.mapRuns().history(child.identity().arn())));
                });
                return told;
            } catch (ExecutionException | TimeoutException e) {
                throw new AssertionError("the execution has not come to its end in the store " + store, e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        private static IllegalStateException interrupted(InterruptedException reason) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while an execution runs", reason);
        }
    }

    private static Stream<MapRunExecution> children(Engine engine) {
        return engine.mapRuns().of(ARN).stream().flatMap(run -> engine.mapRuns().executions(run.arn()).stream());
    }

    private static List<String> texts(List<HistoryEntry> entries) {
        return entries.stream().map(CrashPoints::text).toList();
    }

    private static String text(HistoryEntry entry) {
        HistoryEvent event = AwsHistory.of(entry);
        String details = event.details()
                .toString()
                .replaceAll("2026-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
                .replaceAll("Request ID: [0-9a-f-]+", "Request ID: <id>"); // of the call, which was another
        return event.id() + " " + event.previousEventId() + " " + event.type() + " " + details;
    }
}
