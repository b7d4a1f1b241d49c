package dev.stepwright.server.control;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.log.Slf4jExecutionLog;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.sqlite.SqliteStore;
import dev.stepwright.server.task.MockedTasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service as it is behind HTTP. */
final class TestPlane {
    private TestPlane() {}

    /**
     * Opens the service.
     *
     * @param data where machines are kept
     * @param store where executions are kept
     */
    static ControlPlane plane(SqliteStore data, ExecutionStore store) {
        return plane(EngineConfig.builder().store(store), data, InstantSource.system());
    }

    /** Opens a service that keeps nothing. */
    static ControlPlane inMemory() {
        return plane(EngineConfig.builder(), (DocumentStore) null, InstantSource.system());
    }

    static ControlPlane plane(EngineConfig.Builder engine, SqliteStore data, InstantSource clock) {
        return plane(engine, data.documents(), clock);
    }

    private static ControlPlane plane(
            EngineConfig.Builder engine, @Nullable DocumentStore documents, InstantSource clock) {
        return new ControlPlane(
                engine,
                new ControlPlane.Work(List.of(), MockedTasks.none()),
                new ControlPlane.Settings(
                        new Account("123456789012", "us-east-1"),
                        new byte[16],
                        Duration.ofSeconds(1),
                        documents,
                        new Slf4jExecutionLog(),
                        false,
                        null),
                new Ports(clock, UUID::randomUUID, () -> 0.5));
    }

    /** Calls an operation and waits for its answer. */
    static Record call(ControlPlane plane, String operation, String body) {
        return Objects.requireNonNull(plane.operations().get(operation))
                .call(JsonDocument.parse(body).root())
                .join();
    }
}
