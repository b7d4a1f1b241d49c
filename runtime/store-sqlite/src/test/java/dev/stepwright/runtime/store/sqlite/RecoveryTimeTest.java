package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.task.TaskHandlers;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * How long it takes until all executions go on: 2,000, or {@code -Dstepwright.open=10000} and then within 3 seconds. What is measured is the time
 * of the processors, so that it does not matter what else the machine does; on two of them it passes in half of that.
 */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecoveryTimeTest {
    private static final int OPEN = Integer.getInteger("stepwright.open", 2_000);
    private static final StateMachineDefinition WAITING =
            StateMachineDefinition.of(JsonDocument.parse("""
                    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "Both"},
                      "Both": {"Type": "Parallel", "End": true, "Branches": [
                        {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 30000000, "End": true}}},
                        {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}]}}}""").root());

    @TempDir
    private Path folder;

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private Engine engine() {
        return Engine.create(EngineConfig.durable(folder));
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine) {
        return engine.register(
                "Waiting",
                WAITING,
                JsonNode.class,
                JsonNode.class,
                TaskHandlers.builder().inline("T", (input, context) -> input).build());
    }

    @Test
    void all_that_were_open_are_open_again() throws Exception {
        try (Engine engine = engine()) {
            Workflow<JsonNode, JsonNode> workflow = register(engine);
            JsonNode input = JsonDocument.parse("{\"order\":\"" + "x".repeat(200) + "\"}")
                    .root();
            List<Thread> starters = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int first = i;
                Thread starter = new Thread(() -> {
                    for (int number = first; number < OPEN; number += 64) {
                        workflow.start("e" + number, input);
                    }
                });
                starter.start();
                starters.add(starter);
            }
            for (Thread starter : starters) {
                starter.join();
            }
        }

        long begin = processorNanos();
        long beginWall = System.nanoTime();
        try (Engine engine = engine()) {
            register(engine);
            long opened = processorNanos();
            int recovered = engine.recover().size();
            long end = processorNanos();
            long wall = System.nanoTime() - beginWall;

            System.out.printf(
                    "%d open executions: store opened in %d ms, recovered in %d ms of processor time; both in %d ms%n",
                    recovered, (opened - begin) / 1_000_000, (end - opened) / 1_000_000, wall / 1_000_000);
            assertThat(recovered).isEqualTo(OPEN);
            if (OPEN >= 10_000) {
                assertThat(end - begin).isLessThan(3_000_000_000L);
            }
        }
    }
}
