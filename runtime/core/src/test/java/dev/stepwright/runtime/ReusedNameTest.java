package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** An execution has the name of one that is not kept any more; what was told of that counts for nothing. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReusedNameTest {
    private static final String EACH =
            "{'StartAt':'M','States':{'M':{'Type':'Map','Label':'all','End':true,'ItemProcessor':{'ProcessorConfig':"
                    + "{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}}}}}";

    private final VirtualTime time = VirtualTime.manual(Instant.EPOCH);
    private final Engine engine = Engine.create(
            EngineConfig.builder().store(new InMemoryStore(1)).time(time).build());

    @AfterEach
    void close() {
        engine.close();
    }

    private Execution<JsonNode> run(String name, String input) {
        Execution<JsonNode> execution = engine.register(
                        "Machine", Definitions.of(EACH), JsonNode.class, JsonNode.class, TaskHandlers.none())
                .start(name, Definitions.json(input));
        execution.await();
        time.advance(Duration.ofSeconds(1));
        return execution;
    }

    private static String inputOf(Execution<JsonNode> execution) {
        return execution.history().get(0).details().path("input").asString();
    }

    private MapRunExecution theOnlyChild(Execution<JsonNode> execution) {
        String run = engine.mapRuns().of(execution.arn()).get(0).arn();
        return engine.mapRuns().executions(run).get(0);
    }

    @Test
    void a_history_is_that_of_the_later_execution() {
        assertThat(inputOf(run("again", "[1]"))).isEqualTo("[1]");
        run("other", "[]");

        assertThat(inputOf(run("again", "[2]"))).isEqualTo("[2]");
    }

    @Test
    void map_runs_are_those_of_the_later_execution() {
        assertThat(theOnlyChild(run("again", "[1]")).input()).isEqualTo(Definitions.json("1"));
        run("other", "[]");

        assertThat(theOnlyChild(run("again", "[2]")).input()).isEqualTo(Definitions.json("2"));
    }
}
