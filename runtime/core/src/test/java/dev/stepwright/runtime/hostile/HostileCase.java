package dev.stepwright.runtime.hostile;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.InvalidDefinitionException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.ProgressListener;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case file: a {@code definition}, or one {@code state} as a whole machine; the {@code input}, or {@code inputText} that is still
 * to be read; what the {@code tasks} do, see {@link HostileTasks}; and what is {@code expect}ed: {@code status} and {@code error},
 * and a part of what the cause or the message {@code says}. The status is that of the execution, or {@code REFUSED} for the
 * definition, {@code NOT_READ} for the text of the input, {@code NOT_STARTED} for the execution. All values may be a {@link Recipe}.
 * Besides: {@code "history": false}; {@code "express": true}; {@code "stopAfter": n} stops the execution once n states have been entered; {@code "advance": seconds} lets time pass once a
 * task has begun, where else it passes by itself.
 */
record HostileCase(String name, JsonNode json) {
    private static final Path FOLDER = Path.of("src/test/resources/cases/hostile");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    /** How a case came out: the kind of the end, and what is told about it. */
    record Result(
            String status, @Nullable String error, @Nullable String detail, int events) {
        static Result without(String status, RuntimeException refusal) {
            return new Result(status, null, String.valueOf(refusal.getMessage()), 0);
        }
    }

    static Stream<HostileCase> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(HostileCase::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileCase read(Path file) {
        try {
            String name = FOLDER.relativize(file).toString().replace(".json", "");
            return new HostileCase(name, JsonDocument.read(file).root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode expected() {
        return json.path("expect");
    }

    /** Runs the case, and a harmless execution after it in the same engine; returns how both came out. */
    List<Result> run() throws InterruptedException {
        VirtualTime time = json.has("advance") ? VirtualTime.manual(START) : VirtualTime.automatic(START);
        HostileTasks tasks = new HostileTasks(json.path("tasks"));
        EngineConfig.Builder config = EngineConfig.builder().time(time).runner(tasks);
        if (!json.path("history").asBoolean(true)) {
            config.withoutHistory();
        }
        AtomicReference<Engine> running = new AtomicReference<>();
        if (json.has("stopAfter")) {
            config.listener(stopping(running, json.path("stopAfter").intValue()));
        }
        try (Engine engine = Engine.create(config.build())) {
            running.set(engine);
            return List.of(result(engine, tasks, time), harmless(engine));
        }
    }

    private static ProgressListener stopping(AtomicReference<Engine> engine, int after) {
        AtomicInteger entered = new AtomicInteger();
        return progress -> {
            if (progress instanceof Progress.Entered && entered.incrementAndGet() == after) {
                engine.get().stop(progress.executionArn(), "Halt", "enough");
            }
        };
    }

    private Result result(Engine engine, HostileTasks tasks, VirtualTime time) throws InterruptedException {
        JsonNode input;
        try {
            input = input();
        } catch (JsonSyntaxException e) {
            return Result.without("NOT_READ", e);
        }
        Workflow<JsonNode, JsonNode> workflow;
        try {
            workflow = register(engine, tasks.handlers());
        } catch (InvalidDefinitionException e) {
            return Result.without("REFUSED", e);
        }
        Execution<JsonNode> execution;
        try {
            execution = workflow.start("hostile", input);
        } catch (IllegalArgumentException e) {
            return Result.without("NOT_STARTED", e);
        }
        if (json.has("advance")) {
            tasks.awaitFirst();
            time.advance(Duration.ofSeconds(json.path("advance").longValue()));
        }
        return result(execution.await(), execution.history().size());
    }

    private Workflow<JsonNode, JsonNode> register(Engine engine, TaskHandlers handlers) {
        return json.path("express").asBoolean(false)
                ? engine.registerExpress("Hostile", definition(), JsonNode.class, JsonNode.class, handlers)
                : engine.register("Hostile", definition(), JsonNode.class, JsonNode.class, handlers);
    }

    private static Result result(Outcome<JsonNode> outcome, int events) {
        if (outcome instanceof Outcome.Failed<JsonNode> failed) {
            return new Result("FAILED", failed.error(), failed.cause(), events);
        }
        if (outcome instanceof Outcome.Aborted<JsonNode> aborted) {
            return new Result("ABORTED", aborted.error(), aborted.cause(), events);
        }
        return new Result(outcome instanceof Outcome.Succeeded ? "SUCCEEDED" : "TIMED_OUT", null, null, events);
    }

    private static Result harmless(Engine engine) {
        JsonNode state = JsonDocument.parse("""
                {"Type": "Pass", "Parameters": {"sum.$": "States.MathAdd($.a, 2)"}, "End": true}""").root();
        JsonNode input = JsonDocument.parse("{\"a\": 40}").root();
        return result(
                engine.register("Harmless", machine(state), JsonNode.class, JsonNode.class, TaskHandlers.none())
                        .start(input)
                        .await(),
                0);
    }

    private JsonNode input() {
        if (json.has("inputText")) {
            return JsonDocument.parse(Recipe.made(json.path("inputText")).stringValue())
                    .root();
        }
        return json.has("input") ? Recipe.made(json.path("input")) : JsonNodeFactory.instance.objectNode();
    }

    private StateMachineDefinition definition() {
        return json.has("state")
                ? machine(Recipe.made(json.path("state")))
                : StateMachineDefinition.of(Recipe.made(json.path("definition")));
    }

    private static StateMachineDefinition machine(JsonNode state) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        machine.put("StartAt", "Work");
        machine.putObject("States").set("Work", state);
        return StateMachineDefinition.of(machine);
    }

    @Override
    public String toString() {
        return name;
    }
}
