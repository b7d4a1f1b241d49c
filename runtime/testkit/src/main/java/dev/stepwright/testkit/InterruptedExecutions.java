package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ActivityTask;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Executions whose engine ended while they were at every kind of place: in a Wait, with a task handed over, before a token came back or a retry was due, half-way
 * through a Parallel, a Map and a Map Run, before a worker or a child had answered, redriven; and some that had ended. To find out whether a store,
 * or a later version of one, gives an engine all that it needs to go on. The same each time, times and ids included.
 */
public final class InterruptedExecutions {
    /** When the executions were started. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    /** When the next engine takes them up. */
    private static final Instant LATER = START.plus(Duration.ofHours(1));

    private static final String MACHINES = "interrupted.json";
    private static final Pattern TOKEN = Pattern.compile("token\\\\\":\\\\\"([^\"\\\\]+)");
    private static final int DESK_TASKS = 2;
    private static final int MOST_SECONDS = 60;

    private final Engine engine;
    private final SettlingTime time;
    private final InterruptedTasks tasks;
    private final Map<String, Workflow<JsonNode, JsonNode>> machines = new LinkedHashMap<>();
    private final String desk;

    private InterruptedExecutions(ExecutionStore store, VirtualTime time, InterruptedTasks tasks) {
        this.time = new SettlingTime(time);
        this.tasks = tasks;
        this.engine = Engine.create(EngineConfig.builder()
                .store(store)
                .time(this.time)
                .ids(ids())
                .engineThreads(1)
                .runner(tasks)
                .build());
        this.desk = engine.activities().create("desk");
        definitions()
                .forEach((name, machine) -> machines.put(
                        name,
                        engine.register(
                                name,
                                StateMachineDefinition.of(machine.path("definition")),
                                JsonNode.class,
                                JsonNode.class,
                                TaskHandlers.none())));
    }

    private static Supplier<UUID> ids() {
        AtomicLong number = new AtomicLong();
        return () -> new UUID(0, number.incrementAndGet());
    }

    private static Map<String, JsonNode> definitions() {
        try (InputStream in = InterruptedExecutions.class.getResourceAsStream(MACHINES)) {
            String text = new String(Objects.requireNonNull(in, MACHINES).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, JsonNode> machines = new LinkedHashMap<>();
            JsonDocument.parse(text).root().properties().forEach(one -> machines.put(one.getKey(), one.getValue()));
            return machines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Execution<JsonNode> execution(String machine, String name) {
        return Objects.requireNonNull(machines.get(machine), machine).execution(name);
    }

    /** Brings the executions into an empty store; the engine that has begun them has ended, and closed it. */
    public static void interrupt(ExecutionStore store) throws InterruptedException {
        VirtualTime clock = VirtualTime.manual(START);
        InterruptedExecutions all =
                new InterruptedExecutions(store, clock, new InterruptedTasks(InterruptedTasks.FIRST));
        try (Engine engine = all.engine) {
            all.begin();
            all.pass(clock, Duration.ofSeconds(2));
            all.meddle(engine);
            for (int second = 0; second < 8; second++) {
                all.pass(clock, Duration.ofSeconds(1));
            }
        }
    }

    private void begin() throws InterruptedException {
        for (Map.Entry<String, JsonNode> machine : definitions().entrySet()) {
            Workflow<JsonNode, JsonNode> workflow = Objects.requireNonNull(machines.get(machine.getKey()));
            for (Map.Entry<String, JsonNode> input :
                    machine.getValue().path("inputs").properties()) {
                workflow.start(request(workflow.arn(), input.getKey(), input.getValue()));
                time.settle();
            }
        }
    }

    /** Everything that can be told of a start is told of one of them. */
    private static StartRequest request(String machineArn, String name, JsonNode input) {
        StartRequest request = StartRequest.of(input).named(name);
        return name.equals("succeeded")
                ? request.withText(JsonText.pretty(input))
                        .withRole("arn:aws:iam::123456789012:role/other")
                        .naming(machineArn + ":7", machineArn + ":live")
                        .withNote("note")
                : request;
    }

    private void pass(VirtualTime clock, Duration some) throws InterruptedException {
        clock.advance(some);
        time.settle();
    }

    /** What people do to executions that run, or have failed. */
    private void meddle(Engine engine) throws InterruptedException {
        execution("Ended", "aborted").stop("Halt", "enough");
        MapRun run = engine.mapRuns().of(execution("MapRun", "half-way").arn()).get(0);
        engine.mapRuns().update(run.arn(), new MapRunTerms(null, null, 5L));
        engine.mapRuns().executions(run.arn()).stream()
                .filter(child -> child.status() == ExecutionStatus.RUNNING)
                .findFirst()
                .ifPresent(child -> engine.stop(child.identity().arn(), "Halt", "this one"));
        engine.activities().poll(desk, "worker");
        time.settle();
        tasks.go(InterruptedTasks.REDRIVEN);
        engine.redrive(execution("Redriven", "once").arn(), "client-token");
        time.settle();
    }

    /**
     * Has another engine take the executions up, and do what they wait for, until all have ended.
     *
     * @param store with the executions that {@link #interrupt} has left in it; it is closed
     * @return what there is to be told of all of them, with their histories as AWS shows them
     * @throws TimeoutException if one does not come to its end
     */
    public static String finish(ExecutionStore store)
            throws InterruptedException, ExecutionException, TimeoutException {
        VirtualTime clock = VirtualTime.automatic(LATER);
        InterruptedExecutions all =
                new InterruptedExecutions(store, clock, new InterruptedTasks(InterruptedTasks.RECOVERED));
        try (Engine engine = all.engine) {
            clock.workBegins(); // time stands still until everybody has been answered
            List<Execution<JsonNode>> running = new ArrayList<>(engine.recover());
            all.time.settle();
            all.answer(running);
            running.add(all.execution("Redriven", "to-be-redriven").redrive());
            clock.workEnds();
            for (Execution<JsonNode> execution : running) {
                execution.outcome().toCompletableFuture().get(MOST_SECONDS, TimeUnit.SECONDS);
            }
            return new ToldExecutions(engine).of(all.machines.values());
        }
    }

    /** Sends back the tokens that the histories tell of, and does what is left for the worker. */
    private void answer(List<Execution<JsonNode>> running)
            throws InterruptedException, ExecutionException, TimeoutException {
        JsonNode answer = JsonDocument.parse("{\"back\":true}").root();
        for (Execution<JsonNode> execution : running) {
            Matcher token = TOKEN.matcher(execution.history().toString());
            if (token.find()) {
                engine.sendTaskSuccess(token.group(1), answer);
                time.settle();
            }
        }
        for (int task = 0; task < DESK_TASKS; task++) {
            ActivityTask next = engine.activities()
                    .poll(desk, "another")
                    .toCompletableFuture()
                    .get(MOST_SECONDS, TimeUnit.SECONDS);
            engine.sendTaskSuccess(next.taskToken(), next.input());
            time.settle();
        }
    }
}
