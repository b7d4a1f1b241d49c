package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LedgerTest {
    private final AtomicInteger refused = new AtomicInteger();

    private final RecordingStore store = new RecordingStore() {
        @Override
        public void keep(String executionArn, Snapshot snapshot) {
            refused.incrementAndGet();
            throw new OutOfMemoryError("injected");
        }
    };

    @Test
    void an_execution_whose_state_cannot_be_kept_goes_on_all_the_same() {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 300; i++) {
            items.add(i);
        }
        EngineConfig config = EngineConfig.builder()
                .store(store)
                .time(VirtualTime.automatic(Instant.EPOCH))
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> machine = engine.register(
                    "Machine", Definitions.of("""
                    {'StartAt':'Each','States':{
                      'Each':{'Type':'Map','Next':'Wait','ItemProcessor':{'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}}},
                      'Wait':{'Type':'Wait','Seconds':1,'End':true}}}"""), JsonNode.class, JsonNode.class, TaskHandlers.none());

            assertThat(machine.run(items).output()).isEqualTo(items);
            assertThat(refused.get()).isPositive();
        }
    }
}
