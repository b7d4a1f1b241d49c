package dev.stepwright.runtime.store.postgres;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.task.TaskContext;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * One machine of a service, for {@link ProcessFailoverTest}: keeps some executions running as soon as the store is its own, and writes into a file
 * that all share what it has done and what has been acknowledged to it. {@code URL SCHEMA JOURNAL keep} starts new ones; {@code finish}
 * only brings to an end what is there. Ends with 3 when another has taken over.
 */
final class WorkingProcess {
    static final int CONCURRENT = 40;
    static final int LOST = 3;

    static final StateMachineDefinition DEFINITION =
            StateMachineDefinition.of(JsonDocument.parse("""
                    {"StartAt": "A", "States": {
                      "A": {"Type": "Task", "Resource": "work", "Next": "B"},
                      "B": {"Type": "Task", "Resource": "compute", "Next": "Both"},
                      "Both": {"Type": "Parallel", "ResultPath": null, "Next": "Flaky", "Branches": [
                        {"StartAt": "L", "States": {"L": {"Type": "Task", "Resource": "work", "End": true}}},
                        {"StartAt": "R", "States": {"R": {"Type": "Task", "Resource": "work", "End": true}}}]},
                      "Flaky": {"Type": "Task", "Resource": "flaky", "Next": "Z", "Retry": [
                        {"ErrorEquals": ["Flaky"], "IntervalSeconds": 1, "MaxAttempts": 2}]},
                      "Z": {"Type": "Task", "Resource": "work", "End": true}}}""").root());

    private final FileChannel journal;
    private final Engine engine;
    private final Workflow<JsonNode, JsonNode> workflow;

    private WorkingProcess(String url, PostgresSettings settings, Path journal) throws IOException {
        this.journal = FileChannel.open(
                journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
        this.engine = Engine.create(EngineConfig.builder()
                .store(PostgresStore.open(url, settings))
                .handlerThreads(8)
                .build());
        this.workflow = engine.register(
                "Working",
                DEFINITION,
                JsonNode.class,
                JsonNode.class,
                TaskHandlers.builder()
                        .resource("work", this::work)
                        .resource("flaky", this::flaky)
                        .inline("B", this::work)
                        .build());
    }

    static PostgresSettings settings(String schema) {
        return TestDatabase.failingOver(PostgresSettings.DEFAULT.withSchema(schema));
    }

    private JsonNode work(JsonNode input, TaskContext context) {
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        return input;
    }

    private JsonNode flaky(JsonNode input, TaskContext context) throws TaskFailure {
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        if (context.attempt() == 1) {
            throw new TaskFailure("Flaky", "at first");
        }
        return input;
    }

    /** One write, so that a line is there or is not. */
    private void note(String... words) {
        try {
            journal.write(ByteBuffer.wrap((String.join("\t", words) + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String[]> lines(Path journal) throws IOException {
        return Files.readAllLines(journal).stream()
                .map(line -> line.split("\t"))
                .toList();
    }

    private void run(boolean isKeeping) {
        List<Execution<JsonNode>> open = new ArrayList<>(engine.recover());
        System.out.println("recovered " + open.size());
        String mine = "p" + ProcessHandle.current().pid() + "-";
        int next = 0;
        while (isKeeping || !open.isEmpty()) {
            while (isKeeping && open.size() < CONCURRENT) {
                String name = mine + next++;
                open.add(workflow.start(name, JsonDocument.parse("{}").root()));
                note("started", name);
                if (next == 2 * CONCURRENT) {
                    System.out.println("busy");
                }
            }
            awaitEndOfOne(open);
            open.removeIf(execution -> {
                boolean hasEnded = execution.outcome().toCompletableFuture().isDone();
                if (hasEnded && !execution.outcome().toCompletableFuture().isCompletedExceptionally()) {
                    note("ended", execution.arn());
                }
                return hasEnded;
            });
        }
    }

    /** However it ends; whoever tried again and again would take the processor from the others. */
    private static void awaitEndOfOne(List<Execution<JsonNode>> open) {
        CompletableFuture<?>[] outcomes = open.stream()
                .map(execution -> execution.outcome().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.anyOf(outcomes).handle((outcome, failure) -> outcome).join();
    }

    public static void main(String[] args) throws IOException {
        PostgresSettings settings = settings(args[1]);
        System.out.println("opening");
        WorkingProcess process = new WorkingProcess(
                args[0],
                settings.withFailover(settings.failover().withTold(message -> System.out.println(message))),
                Path.of(args[2]));
        try {
            process.run(args[3].equals("keep"));
        } catch (IllegalStateException e) {
            System.out.println("stopped: " + e.getMessage());
            String reason = process.engine.lost().toCompletableFuture().join().getMessage();
            System.out.println("lost: " + reason);
            System.exit(LOST);
        }
        process.engine.close();
    }
}
