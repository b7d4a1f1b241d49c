package dev.stepwright.server.control;

import static dev.stepwright.server.control.TestPlane.call;
import static dev.stepwright.server.control.TestPlane.plane;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.sqlite.SqliteStore;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.testkit.CrashingStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One execution starts another while the server ends, with each write in turn, or its disk takes nothing. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestedCrashTest {
    private static final String MACHINES = "arn:aws:states:us-east-1:123456789012:stateMachine:";
    private static final String PARENT = MACHINES.replace("stateMachine", "execution") + "Parent:one";
    private static final String CHILD_MACHINE =
            "{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Pass\",\"End\":true}}}";

    @TempDir
    private Path folder;

    private static void createMachines(ControlPlane plane, String resource) {
        JsonNode parent = JsonDocument.parse("""
                {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"%s","End":true,
                  "Parameters":{"StateMachineArn":"%sChild"%s}}}}""".formatted(
                                resource.replace("named ", ""),
                                MACHINES,
                                resource.startsWith("named ") ? ",\"Name\":\"once\"" : ""))
                .root();
        for (String[] machine : new String[][] {{"Child", CHILD_MACHINE}, {"Parent", JsonText.compact(parent)}}) {
            JsonNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", machine[0])
                    .put("definition", machine[1])
                    .put("roleArn", "arn:aws:iam::123456789012:role/any");
            call(plane, "CreateStateMachine", JsonText.compact(body));
        }
    }

    private static void start(ControlPlane plane) {
        call(plane, "StartExecution", "{\"stateMachineArn\":\"" + MACHINES + "Parent\",\"name\":\"one\"}");
    }

    private static String end(ControlPlane plane) {
        DescribeExecution.Answer answer;
        do {
            answer = (DescribeExecution.Answer)
                    call(plane, "DescribeExecution", "{\"executionArn\":\"" + PARENT + "\"}");
        } while (answer.status().equals("RUNNING"));
        return answer.status();
    }

    private static List<ListExecutions.Item> children(ControlPlane plane) {
        ListExecutions.Answer answer = (ListExecutions.Answer)
                call(plane, "ListExecutions", "{\"stateMachineArn\":\"" + MACHINES + "Child\"}");
        return answer.executions();
    }

    /** Returns how many writes there are if nothing ends. */
    private int writes(String resource) {
        SqliteStore data = SqliteStore.open(folder.resolve("undisturbed"));
        CrashingStore store = new CrashingStore(data, Integer.MAX_VALUE, true);
        try (ControlPlane plane = plane(data, store)) {
            createMachines(plane, resource);
            start(plane);
            assertThat(end(plane)).isEqualTo("SUCCEEDED");
            return store.writes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:states:::states:startExecution.sync:2",
                "arn:aws:states:::states:startExecution",
                "arn:aws:states:::aws-sdk:sfn:startExecution",
                "named arn:aws:states:::states:startExecution.sync:2",
                "named arn:aws:states:::states:startExecution"
            })
    void a_child_is_started_once_wherever_the_server_ends(String resource) throws Exception {
        int writes = writes(resource);
        assertThat(writes).isGreaterThanOrEqualTo(3);

        for (int last = 1; last <= writes; last++) {
            for (boolean isLastWritten : new boolean[] {false, true}) {
                Path data = folder.resolve(last + "-" + isLastWritten);
                crash(data, resource, last, isLastWritten);

                SqliteStore kept = SqliteStore.open(data);
                try (ControlPlane plane = plane(kept, kept)) {
                    if (kept.find(PARENT).isEmpty()) {
                        start(plane); // nobody was told that it had been started
                    }
                    assertThat(end(plane)).isEqualTo("SUCCEEDED");
                    assertThat(children(plane))
                            .as("%s, ended with write %d, written: %s", resource, last, isLastWritten)
                            .hasSize(1);
                }
            }
        }
    }

    private static void crash(Path folder, String resource, int last, boolean isLastWritten) throws Exception {
        SqliteStore data = SqliteStore.open(folder);
        CrashingStore store = new CrashingStore(data, last, isLastWritten);
        ControlPlane plane = plane(data, store);
        createMachines(plane, resource);
        Thread starter = new Thread(() -> {
            try {
                start(plane);
            } catch (RuntimeException e) {
                // the process has ended before it could say that the execution has been started
            }
        });
        starter.start();
        store.awaitCrash();
        plane.close();
        starter.join();
    }

    /** Takes no child at first: neither a database that is away nor then a full disk does. */
    private static final class RefusingStore extends ForwardingStore {
        final AtomicInteger away = new AtomicInteger(2);
        final AtomicInteger refusals = new AtomicInteger(2);
        private volatile boolean isParentThere;

        RefusingStore(ExecutionStore store) {
            super(store);
        }

        @Override
        public boolean isFull() {
            return isParentThere && away.getAndDecrement() > 0;
        }

        @Override
        public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
            isParentThere = true;
            return header.identity().machineName().equals("Child") && refusals.getAndDecrement() > 0
                    ? CompletableFuture.supplyAsync(() -> {
                        throw new IllegalStateException("the disk is full");
                    })
                    : super.create(header, first);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:states:::states:startExecution.sync:2",
                "arn:aws:states:::states:startExecution",
                "arn:aws:states:::aws-sdk:sfn:startExecution"
            })
    void a_task_waits_for_a_store_that_takes_no_child(String resource) {
        SqliteStore data = SqliteStore.open(folder);
        EngineConfig.Builder engine =
                EngineConfig.builder().store(new RefusingStore(data)).time(VirtualTime.automatic(Instant.now()));
        try (ControlPlane plane = plane(engine, data, InstantSource.system())) {
            createMachines(plane, resource);
            start(plane);

            assertThat(end(plane)).isEqualTo("SUCCEEDED");
            assertThat(children(plane)).hasSize(1);
        }
    }
}
