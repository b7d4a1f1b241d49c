package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.TaskTokenException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The program that {@link KillLoopTest} kills: keeps 200 executions running, and writes into a file what it has done and what has been
 * acknowledged to it. {@code FOLDER keep} starts new ones; {@code FOLDER finish} only brings to an end what is there.
 */
final class KilledEngine implements AutoCloseable {
    static final int CONCURRENT = 200;
    static final String JOURNAL = "journal.txt";

    /**
     * Tasks, one of them with a callback, two at the same time, one that fails at first, four that are computed inline before one that goes
     * out; then a short wait, and another one that is computed.
     */
    static final StateMachineDefinition DEFINITION =
            StateMachineDefinition.of(JsonDocument.parse("""
                    {"StartAt": "A", "States": {
                      "A": {"Type": "Task", "Resource": "work", "Next": "B"},
                      "B": {"Type": "Task", "Resource": "work", "Next": "C1"},
                      "C1": {"Type": "Task", "Resource": "compute", "ResultPath": null, "Next": "C2"},
                      "C2": {"Type": "Task", "Resource": "compute", "ResultPath": null, "Next": "C3"},
                      "C3": {"Type": "Task", "Resource": "compute", "ResultPath": null, "Next": "C4"},
                      "C4": {"Type": "Task", "Resource": "compute", "ResultPath": "$.computed", "Next": "After"},
                      "After": {"Type": "Task", "Resource": "after", "Next": "Both"},
                      "Both": {"Type": "Parallel", "ResultPath": null, "Next": "Items", "Branches": [
                        {"StartAt": "L", "States": {"L": {"Type": "Task", "Resource": "work", "End": true}}},
                        {"StartAt": "R", "States": {"R": {"Type": "Task", "Resource": "work", "End": true}}}]},
                      "Items": {"Type": "Map", "ItemsPath": "$.items", "ResultPath": null, "Next": "Flaky", "MaxConcurrency": 1,
                        "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Task", "Resource": "work", "End": true}}}},
                      "Flaky": {"Type": "Task", "Resource": "flaky", "Next": "Back", "Retry": [
                        {"ErrorEquals": ["Flaky"], "IntervalSeconds": 1, "MaxAttempts": 2, "MaxDelaySeconds": 1, "JitterStrategy": "FULL"}]},
                      "Back": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                        "Parameters": {"token.$": "$$.Task.Token"}, "ResultPath": null, "Next": "Pause"},
                      "Pause": {"Type": "Wait", "Seconds": 1, "Next": "C5"},
                      "C5": {"Type": "Task", "Resource": "compute", "ResultPath": null, "Next": "Z"},
                      "Z": {"Type": "Task", "Resource": "work", "End": true}}}""").root());

    private final FileChannel journal;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Set<String> sentBack = new HashSet<>();
    private final Engine engine;
    private final Workflow<JsonNode, JsonNode> workflow;

    private KilledEngine(Path folder) throws IOException {
        this.journal = FileChannel.open(
                folder.resolve(JOURNAL),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.WRITE);
        this.engine = Engine.create(
                EngineConfig.builder().durable(folder).handlerThreads(16).build());
        this.workflow = engine.register(
                "Killed",
                DEFINITION,
                JsonNode.class,
                JsonNode.class,
                TaskHandlers.builder()
                        .resource("work", this::work)
                        .resource("flaky", this::flaky)
                        .resource("after", this::after)
                        .inline("C1", this::compute)
                        .inline("C2", this::compute)
                        .inline("C3", this::compute)
                        .inline("C4", this::compute)
                        .inline("C5", this::compute)
                        .state("Back", this::callBack)
                        .build());
    }

    /** One write, so that a line is there or is not. */
    private void note(String... words) {
        try {
            byte[] line = (String.join("\t", words) + "\n").getBytes(StandardCharsets.UTF_8);
            journal.write(ByteBuffer.wrap(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode work(JsonNode input, TaskContext context) {
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        return input;
    }

    /** Gives something else each time, so that one can tell what counted. */
    private JsonNode compute(JsonNode input, TaskContext context) {
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        return JsonNodeFactory.instance.stringNode(UUID.randomUUID().toString());
    }

    /** Notes what was computed for it. */
    private JsonNode after(JsonNode input, TaskContext context) {
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        note("saw", context.executionArn(), input.path("computed").asString("nothing"));
        return input;
    }

    private JsonNode flaky(JsonNode input, TaskContext context) throws TaskFailure {
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        if (context.attempt() == 1) {
            throw new TaskFailure("Flaky", "at first");
        }
        return input;
    }

    private JsonNode callBack(JsonNode input, TaskContext context) {
        String token = context.taskToken().orElseThrow();
        note("ran", context.executionArn(), context.stateName(), context.attemptId());
        note("token", context.executionArn(), token);
        tokens.put(context.executionArn(), token);
        return input;
    }

    /** Returns how many executions were begun to be started, and takes note of the tokens that were given out and sent back. */
    private long readJournal(Path folder) throws IOException {
        long asked = 0;
        for (String[] line : lines(folder)) {
            if (line[0].equals("asked")) {
                asked++;
            } else if (line[0].equals("token") && line.length == 3) {
                tokens.put(line[1], line[2]);
            } else if (line[0].equals("back")) {
                sentBack.add(line[1]);
            }
        }
        return asked;
    }

    /** Sends back the tokens that were given out and not yet acknowledged, as another program would. */
    private void sendBack() {
        tokens.keySet().removeIf(sentBack::contains);
        tokens.forEach(this::sendBack);
    }

    private void sendBack(String arn, String token) {
        try {
            engine.sendTaskSuccess(token, JsonDocument.parse("{\"back\":true}").root());
            note("back", arn);
            sentBack.add(arn);
        } catch (TaskTokenException e) {
            // not handed over yet, or already back with the acknowledgement lost: the history tells
        }
    }

    static List<String[]> lines(Path folder) throws IOException {
        List<String[]> lines = new ArrayList<>();
        if (Files.exists(folder.resolve(JOURNAL))) {
            for (String line : Files.readAllLines(folder.resolve(JOURNAL))) {
                lines.add(line.split("\t"));
            }
        }
        return lines;
    }

    private void run(Path folder, boolean isKeeping) throws IOException {
        long next = readJournal(folder);
        long begin = System.nanoTime();
        List<Execution<JsonNode>> open = new ArrayList<>(engine.recover());
        System.out.println("recovered " + open.size() + " " + (System.nanoTime() - begin) / 1_000_000);
        JsonNode input = JsonDocument.parse("{\"items\":[1,2,3]}").root();
        boolean isFull = false;
        while (isKeeping || !open.isEmpty()) {
            while (isKeeping && open.size() < CONCURRENT) {
                String name = "e" + next++;
                note("asked", name);
                Execution<JsonNode> execution = workflow.start(name, input);
                note("started", name);
                open.add(execution);
            }
            if (isKeeping && !isFull) {
                System.out.println("full");
                isFull = true;
            }
            sendBack();
            open.removeIf(execution -> execution.outcome().toCompletableFuture().isDone());
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        engine.close();
        journal.close();
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        System.out.println("opening");
        try (KilledEngine engine = new KilledEngine(folder)) {
            engine.run(folder, args[1].equals("keep"));
        }
    }
}
