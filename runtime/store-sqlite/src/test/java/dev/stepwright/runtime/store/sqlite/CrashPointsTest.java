package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.testkit.CrashingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    static Stream<String> scenarios() throws IOException {
        int step = System.getProperty("stepwright.scenarios", "").equals("all") ? 1 : 3;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return IntStream.range(0, all.size())
                    .filter(i -> i % step == 0)
                    .mapToObj(all::get)
                    .filter(file -> !read(file).has("stopAfter")) // nobody would stop it after the crash
                    .map(file -> FOLDER.relativize(file).toString())
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
    void wherever_the_process_ends_the_execution_goes_on_as_if_it_had_not(String file) throws Exception {
        JsonNode scenario = read(FOLDER.resolve(file));
        Run undisturbed = new Run(scenario, temporary.resolve("undisturbed"));
        List<String> wanted = undisturbed.toTheEnd(Integer.MAX_VALUE, true);
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
                    Limits.STANDARD.executionTime());
        }

        private static Workflow<JsonNode, JsonNode> register(Engine engine, String name, JsonNode definition) {
            return engine.register(
                    name, StateMachineDefinition.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none());
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
                try {
                    begin(engine);
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
            try (Engine engine = engine(store, VirtualTime.automatic(now))) {
                Execution<JsonNode> execution = start(engine, kept);
                if (execution != null) {
                    execution.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
                }
                writes = store.writes();
                return kept.history(ARN, 0, Integer.MAX_VALUE).stream()
                        .map(CrashPointsTest::text)
                        .toList();
            }
        }
    }

    private static String text(HistoryEntry entry) {
        HistoryEvent event = AwsHistory.of(entry);
        String details = event.details()
                .toString()
                .replaceAll("2026-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
                .replaceAll("Request ID: [0-9a-f-]+", "Request ID: <id>"); // of the call, which was another
        return event.id() + " " + event.previousEventId() + " " + event.type() + " " + details;
    }

    /** What tasks answer: the same whenever the same task is handed over, and at the time when it would have answered at first. */
    private static final class Answers {
        private final JsonNode tasks;
        private final Map<String, Integer> calls = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Instant> due = new HashMap<>();

        Answers(JsonNode tasks) {
            this.tasks = tasks;
        }

        TaskRunner runner(TimeSource time) {
            return new TaskRunner() {
                @Override
                public boolean serves(TaskRequest request) {
                    return tasks.has(request.stateName());
                }

                @Override
                public Runnable start(TaskRequest request, TaskCompletion completion) {
                    JsonNode answer = answer(request);
                    Instant when = when(request, answer, time.now());
                    if (!when.isAfter(time.now())) {
                        give(answer, request, completion);
                        return () -> {};
                    }
                    return time.at(when, () -> give(answer, request, completion))::cancel;
                }

                @Override
                public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
                    JsonNode answer = answer(request);
                    return time.at(when(request, answer, time.now()), () -> end(answer, request, completion))::cancel;
                }
            };
        }

        private synchronized JsonNode answer(TaskRequest request) {
            JsonNode answers = tasks.path(request.stateName());
            int number = numbers.computeIfAbsent(
                    request.attemptId(), id -> calls.merge(request.stateName(), 1, Integer::sum) - 1);
            return answers.get(Math.min(number, answers.size() - 1));
        }

        private synchronized Instant when(TaskRequest request, JsonNode answer, Instant now) {
            return due.computeIfAbsent(
                    request.attemptId(),
                    id -> now.plusMillis(Math.round(answer.path("after").asDouble(0) * 1000)));
        }

        private static void give(JsonNode answer, TaskRequest request, TaskCompletion completion) {
            if (answer.has("submit")) {
                completion.submitted(answer.path("submit"));
            }
            end(answer, request, completion);
        }

        private static void end(JsonNode answer, TaskRequest request, TaskCompletion completion) {
            if (answer.has("return")) {
                JsonNode value = answer.path("return");
                completion.succeeded(
                        value.isString() && value.stringValue().equals("<input>") ? request.input() : value);
            } else if (answer.has("throw")) {
                JsonNode error = answer.path("throw");
                completion.failed(
                        error.path("error").asString("Error"),
                        error.path("cause").asString(""));
            }
        }
    }
}
