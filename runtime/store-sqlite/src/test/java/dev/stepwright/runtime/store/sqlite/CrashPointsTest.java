package dev.stepwright.runtime.store.sqlite;

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
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.testkit.CrashingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A process that ends with each of its writes in turn, once with that write and once without it; another one goes on. In the end the history
 * is that of a process that did not end, but for the times. The scenarios are case files of the engine: every third, or all with {@code
 * -Dstepwright.scenarios=all}.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashPointsTest {
    private static final Path FOLDER = Path.of("../core/src/test/resources/cases/engine");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final SqliteSettings SETTINGS = SqliteSettings.DEFAULT.withClock(() -> START);
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:Case:case";

    @TempDir
    private Path temporary;

    /** Executions of Map Runs that somebody stops: {@code stopChild} says which, by its input, and after how many seconds. */
    private static final Path STOPS = Path.of("src/test/resources/crash");

    static Stream<Path> scenarios() throws IOException {
        return Stream.concat(cases(), Files.list(STOPS).sorted());
    }

    private static Stream<Path> cases() throws IOException {
        int step = System.getProperty("stepwright.scenarios", "").equals("all") ? 1 : 3;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return IntStream.range(0, all.size())
                    .filter(i -> i % step == 0)
                    .mapToObj(all::get)
                    .filter(file -> !read(file).has("stopAfter")) // nobody would stop it after the crash
                    .toList()
                    .stream();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonDocument.read(file).root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void wherever_the_process_ends_the_execution_goes_on_as_if_it_had_not(Path file) throws Exception {
        JsonNode scenario = read(file);
        Run undisturbed = new Run(scenario, temporary.resolve("undisturbed"));
        List<String> wanted = undisturbed.toTheEnd(Integer.MAX_VALUE, true);
        if (scenario.has("stopChild")) {
            assertThat(wanted).anyMatch(line -> line.endsWith("ABORTED"));
        }
        int writes = undisturbed.writes;

        for (int last = 1; last <= writes; last++) {
            for (boolean isLastWritten : new boolean[] {false, true}) {
                Run run = new Run(scenario, temporary.resolve(last + "-" + isLastWritten));
                run.toTheCrash(last, isLastWritten);

                assertThat(run.toTheEnd(Integer.MAX_VALUE, true))
                        .as(
                                "%s, ended with write %d of %d, which was %swritten",
                                file, last, writes, isLastWritten ? "" : "not ")
                        .isEqualTo(wanted);
            }
        }
        System.out.println(file + ": " + 2 * writes + " crash points");
    }

    /** One scenario with one store, over the ends of its processes. */
    private static final class Run {
        private final JsonNode scenario;
        private final Path folder;
        private final Answers answers;
        private Instant now = START;
        private int writes;

        Run(JsonNode scenario, Path folder) {
            this.scenario = scenario;
            this.folder = folder;
            this.answers = new Answers(scenario.path("tasks"));
        }

        /** Deterministic, and the same in each process: the seed of an execution that was not stored does not matter to anybody. */
        private static Supplier<UUID> ids() {
            AtomicLong number = new AtomicLong();
            return () -> new UUID(0, number.incrementAndGet());
        }

        private Engine engine(CrashingStore store, VirtualTime time) {
            Engine engine = Engine.create(EngineConfig.builder()
                    .time(time)
                    .store(store)
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
        private @Nullable Execution<JsonNode> start(Engine engine, SqliteStore store, VirtualTime time) {
            time.workBegins();
            try {
                return start(engine, store);
            } finally {
                stopChildLater(engine, time);
                time.workEnds();
            }
        }

        /** Whoever stops it asks again after a crash, and waits for no answer: he may be on a thread of the store. */
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

        private static Stream<MapRunExecution> children(Engine engine) {
            return engine.mapRuns().of(ARN).stream().flatMap(run -> engine.mapRuns().executions(run.arn()).stream());
        }

        private @Nullable Execution<JsonNode> start(Engine engine, SqliteStore store) {
            List<Execution<JsonNode>> recovered = engine.recover();
            if (store.find(ARN).isPresent()) {
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

        void toTheCrash(int last, boolean isLastWritten) throws Exception {
            CrashingStore store = new CrashingStore(SqliteStore.open(folder, SETTINGS), last, isLastWritten);
            VirtualTime time = VirtualTime.automatic(now);
            Engine engine = engine(store, time);
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
            store.awaitCrash();
            now = time.now();
            engine.close();
            starter.join();
        }

        List<String> toTheEnd(int last, boolean isLastWritten) throws Exception {
            SqliteStore kept = SqliteStore.open(folder, SETTINGS);
            CrashingStore store = new CrashingStore(kept, last, isLastWritten);
            VirtualTime time = VirtualTime.automatic(now);
            try (Engine engine = engine(store, time)) {
                Execution<JsonNode> execution = start(engine, kept, time);
                if (execution != null) {
                    execution.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
                }
                writes = store.writes();
                List<String> told = new ArrayList<>(texts(kept.history(ARN, 0, Integer.MAX_VALUE)));
                children(engine).forEach(child -> {
                    told.add(child.identity().arn() + " " + child.status());
                    told.addAll(texts(engine.mapRuns().history(child.identity().arn())));
                });
                return told;
            }
        }
    }

    private static List<String> texts(List<HistoryEntry> entries) {
        return entries.stream().map(CrashPointsTest::text).toList();
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
