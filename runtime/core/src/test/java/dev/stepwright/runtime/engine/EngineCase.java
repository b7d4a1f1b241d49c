package dev.stepwright.runtime.engine;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case file: {@code definition}, {@code input}, what the {@code tasks} answer, and what is {@code expect}ed. {@code tasks} holds
 * for each Task state the answers in their order, the last one for all further calls: {@code {"return": value}}, {@code {"throw":
 * {"error", "cause"}}}, {@code {"submit": value}}, {@code {}} for no answer; {@code "after": seconds} delays one. {@code events} are
 * the history, each as {@code "previousEventId Type"}; {@code seconds} is how long the execution takes. Besides: {@code activities}
 * and {@code machines} that exist, {@code stopAfter} seconds, {@code limits}, and whether it {@code iteratesObjects}.
 */
record EngineCase(String name, JsonNode json) {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Path FOLDER = Path.of("src/test/resources/cases/engine");

    record Result(ExecutionDescription execution, List<HistoryEvent> history, RecordingStore store) {
        List<String> events() {
            return history.stream()
                    .map(event -> event.previousEventId() + " " + event.type())
                    .toList();
        }

        double seconds() {
            Instant end = execution.stopTime();
            return end == null
                    ? -1
                    : Duration.between(execution.identity().startTime(), end).toMillis() / 1000.0;
        }
    }

    static Stream<EngineCase> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(EngineCase::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineCase read(Path file) {
        try {
            return new EngineCase(
                    FOLDER.relativize(file).toString(), JsonDocument.read(file).root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StateMachineDefinition definition() {
        return StateMachineDefinition.of(json.path("definition"));
    }

    private boolean iteratesObjects() {
        return json.path("iteratesObjects").asBoolean(false);
    }

    Plan plan() {
        return Objects.requireNonNull(
                Planner.plan(definition(), iteratesObjects()).plan());
    }

    JsonNode input() {
        return json.has("input") ? json.path("input") : JsonDocument.parse("{}").root();
    }

    JsonNode expected() {
        return json.path("expect");
    }

    @Nullable
    String expectedText(String member) {
        return expected().has(member) ? expected().path(member).stringValue() : null;
    }

    Result run() throws Exception {
        VirtualTime time = VirtualTime.automatic(START);
        RecordingStore store = new RecordingStore();
        EngineConfig config = EngineConfig.builder()
                .time(time)
                .store(store)
                .runner(new StubTasks(json.path("tasks"), time))
                .limits(limits())
                .iteratingOverObjects(iteratesObjects())
                .build();
        try (Engine engine = Engine.create(config)) {
            json.path("activities").forEach(name -> engine.activities().create(name.stringValue()));
            for (var machine : json.path("machines").properties()) {
                engine.register(
                        machine.getKey(),
                        StateMachineDefinition.of(machine.getValue()),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.none());
            }
            time.workBegins(); // time stands still until the stop has been asked for
            Execution<JsonNode> execution = engine.register(
                            "Case", definition(), JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("case", input());
            stopLater(time, execution);
            time.workEnds();
            execution.outcome().toCompletableFuture().get(20, TimeUnit.SECONDS);
            return new Result(engine.describe(execution.arn()).orElseThrow(), execution.history(), store);
        }
    }

    Limits limits() {
        JsonNode limits = json.path("limits");
        return new Limits(
                limits.path("payloadBytes").asInt(Limits.STANDARD.payloadBytes()),
                limits.path("historyEvents").asLong(Limits.STANDARD.historyEvents()),
                Limits.STANDARD.executionTime(),
                Limits.STANDARD.redrivePeriod(),
                limits.path("variableBytes").asLong(Limits.STANDARD.variableBytes()),
                limits.path("iterations").asInt(Limits.STANDARD.iterations()),
                limits.path("mapRunExecutions").asInt(Limits.STANDARD.mapRunExecutions()));
    }

    private void stopLater(VirtualTime time, Execution<JsonNode> execution) {
        JsonNode stop = json.path("stopAfter");
        if (stop.isNumber()) {
            time.at(START.plusSeconds(stop.longValue()), () -> execution.stop("Halt", "enough"));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
