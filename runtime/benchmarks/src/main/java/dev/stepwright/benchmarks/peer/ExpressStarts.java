package dev.stepwright.benchmarks.peer;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.task.TaskHandlers;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An Express machine of five states, started as often as possible: starts a second, errors, and the heap that is left after collections. */
final class ExpressStarts {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private ExpressStarts() {}

    static StateMachineDefinition definition() {
        return StateMachineDefinition.of(JsonMapper.shared().readTree(ExpressDefinition.TEXT));
    }

    static void measure(double warmUp, double seconds) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        JsonNode input = JsonNodeFactory.instance.objectNode().put("id", "o-1").put("total", 17);
        AtomicLong errors = new AtomicLong();
        try (Engine engine =
                Engine.create(EngineConfig.builder().withoutHistory().build())) {
            Workflow<JsonNode, JsonNode> workflow = engine.registerExpress(
                    "express", definition(), JsonNode.class, JsonNode.class, TaskHandlers.none());
            Load load = Load.ofCalls(() -> {
                JsonNode output = Stepwright.output(workflow.run(input));
                if (!output.path("charged").booleanValue()) {
                    errors.incrementAndGet();
                }
                return output;
            });
            load.run(threads, System.nanoTime() + (long) (warmUp * 1e9));
            long heapBefore = heap();
            long begin = System.nanoTime();
            long starts = load.run(threads, begin + (long) (seconds * 1e9));
            double taken = (System.nanoTime() - begin) / 1e9;
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("peer", "express");
            line.put("perSecond", Math.round(starts / taken))
                    .put("seconds", taken)
                    .put("errors", errors.get());
            line.put("heapBefore", heapBefore).put("heapAfter", heap());
            Meter.print(line);
        }
    }

    private static long heap() {
        System.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
