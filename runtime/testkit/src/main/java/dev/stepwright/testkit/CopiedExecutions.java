package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.task.TaskHandlers;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Executions whose store is copied while many of them run. To find out whether a copy, by whatever program, holds them as they were. */
public final class CopiedExecutions {
    /** So many run at the same time. */
    private static final int OPEN = 20;

    /** So many are started before the copy is begun, and after it has been made. */
    private static final int STARTED = 100;

    private static final StateMachineDefinition MACHINE =
            StateMachineDefinition.of(JsonDocument.parse("""
            {"StartAt":"Both","States":{
              "Both":{"Type":"Parallel","Next":"Each","Branches":[
                {"StartAt":"L","States":{"L":{"Type":"Task","Resource":"work","End":true}}},
                {"StartAt":"R","States":{"R":{"Type":"Pass","End":true}}}]},
              "Each":{"Type":"Map","MaxConcurrency":1,"Next":"Last",
                "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Task","Resource":"work","End":true}}}},
              "Last":{"Type":"Task","Resource":"work","End":true}}}""").root());

    /** The input of one that runs until the copy has been made, however fast the others are. */
    private static final int HELD = -1;

    private final Map<String, List<String>> histories = new ConcurrentHashMap<>();
    private final CountDownLatch isCopied = new CountDownLatch(1);

    private CopiedExecutions() {}

    /** Copies what is in a store. */
    @FunctionalInterface
    public interface Copying {
        void copy() throws Exception;
    }

    /** Runs executions in an empty store, which is closed in the end, and has it copied meanwhile. */
    public static CopiedExecutions run(ExecutionStore store, Copying copying) throws Exception {
        CopiedExecutions all = new CopiedExecutions();
        try (Engine engine = Engine.create(EngineConfig.builder().store(store).build())) {
            Workflow<JsonNode, JsonNode> workflow = all.register(engine);
            ArrayDeque<Execution<JsonNode>> open = new ArrayDeque<>();
            all.start(workflow, open, STARTED);
            Execution<JsonNode> held = workflow.start(JsonNodeFactory.instance.numberNode(HELD));
            FutureTask<Void> copy = new FutureTask<>(() -> {
                copying.copy();
                return null;
            });
            new Thread(copy, "copying").start();
            while (!copy.isDone()) {
                all.start(workflow, open, 1);
            }
            copy.get();
            all.isCopied.countDown();
            all.end(held);
            all.start(workflow, open, STARTED);
            open.forEach(all::end);
        }
        return all;
    }

    private Workflow<JsonNode, JsonNode> register(Engine engine) {
        TaskHandlers handlers = TaskHandlers.builder()
                .resource("work", (input, context) -> {
                    if (input.asInt(0) == HELD) {
                        isCopied.await();
                    }
                    return input;
                })
                .build();
        return engine.register("Copied", MACHINE, JsonNode.class, JsonNode.class, handlers);
    }

    private void start(Workflow<JsonNode, JsonNode> workflow, ArrayDeque<Execution<JsonNode>> open, int many) {
        for (int i = 0; i < many; i++) {
            open.add(workflow.start(JsonNodeFactory.instance.numberNode(i)));
            if (open.size() > OPEN) {
                end(open.remove());
            }
        }
    }

    private void end(Execution<JsonNode> execution) {
        execution.await();
        histories.put(execution.name(), texts(execution));
    }

    private static List<String> texts(Execution<JsonNode> execution) {
        return execution.history().stream()
                .map(event -> event.id() + " " + event.previousEventId() + " " + event.type() + " " + event.details())
                .toList();
    }

    /**
     * Has those go on that run in a copy.
     *
     * @param copy closed in the end
     * @return how many there are
     * @throws AssertionError if an execution of the copy has another history in the end than its original, or the copy has none that ran
     */
    public int goOn(ExecutionStore copy) {
        try (Engine engine = Engine.create(EngineConfig.builder().store(copy).build())) {
            Workflow<JsonNode, JsonNode> workflow = register(engine);
            assertThat(engine.recover())
                    .as("executions that ran when the copy was made")
                    .isNotEmpty();
            List<ExecutionSummary> copied = workflow.executions(null, Integer.MAX_VALUE);
            assertThat(copied).hasSizeBetween(STARTED, histories.size() - 1);
            for (ExecutionSummary summary : copied) {
                Execution<JsonNode> execution =
                        workflow.execution(summary.identity().name());
                execution.await();
                assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
                assertThat(texts(execution)).isEqualTo(histories.get(execution.name()));
            }
            return copied.size();
        }
    }
}
