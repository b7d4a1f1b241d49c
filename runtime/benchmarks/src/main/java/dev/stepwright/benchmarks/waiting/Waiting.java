package dev.stepwright.benchmarks.waiting;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Admission;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.task.TaskHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Starts very many executions that wait, measures the heap that each of them takes, then has some of them become due within one second and
 * measures how late they are: {@code java -Xmx4g -cp ... dev.stepwright.benchmarks.waiting.Waiting [EXECUTIONS [DUE]]}.
 */
public final class Waiting {
    private static final int EXECUTIONS = 1_000_000;
    private static final int DUE = 10_000;
    private static final int MILLIS = 1_000;

    private Waiting() {}

    public static void main(String[] arguments) throws InterruptedException {
        int executions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EXECUTIONS;
        int due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DUE;
        EngineConfig config = EngineConfig.builder()
                .store(new InMemoryStore(InMemoryStore.DEFAULT_ENDED, Long.MAX_VALUE))
                .admission(new Admission(executions + due + 1, executions + due + 1))
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow =
                    engine.register("Waits", definition(), JsonNode.class, JsonNode.class, TaskHandlers.none());
            long before = heap();
            String nextYear = Instant.now().plusSeconds(300L * 24 * 3600).toString();
            for (int i = 0; i < executions; i++) {
                workflow.start(until(nextYear));
            }
            System.out.printf(
                    "%,d executions wait: %,d bytes of heap each, %,d MiB in all%n",
                    executions, (heap() - before) / executions, heap() >> 20);
            long[] late = late(workflow, due);
            System.out.printf(
                    "%,d due within a second: half of them at most %d ms late, 99 %% %d ms, all %d ms%n",
                    due, late[due / 2], late[due * 99 / 100], late[due - 1]);
        }
    }

    private static StateMachineDefinition definition() {
        return StateMachineDefinition.of(JsonDocument.parse(
                        "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"TimestampPath\":\"$.until\",\"End\":true}}}")
                .root());
    }

    private static JsonNode until(String time) {
        return JsonNodeFactory.instance.objectNode().put("until", time).put("order", "A-17");
    }

    /** Returns how many milliseconds after its time each ended, in order. */
    private static long[] late(Workflow<JsonNode, JsonNode> workflow, int due) throws InterruptedException {
        Instant second = Instant.ofEpochMilli(System.currentTimeMillis() + 10_000);
        long[] late = new long[due];
        CountDownLatch all = new CountDownLatch(due);
        for (int i = 0; i < due; i++) {
            int number = i;
            Instant time = second.plusMillis((long) i * MILLIS / due);
            workflow.start(until(time.toString())).outcome().whenComplete((outcome, failure) -> {
                late[number] = System.currentTimeMillis() - time.toEpochMilli();
                all.countDown();
            });
        }
        all.await();
        Arrays.sort(late);
        return late;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
