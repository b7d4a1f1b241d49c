package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A year passes in a durable store, one day after the other, and with another engine every now and then. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class YearOfWaitsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final StateMachineDefinition DAYS =
            StateMachineDefinition.of(JsonDocument.parse("""
                    {"StartAt": "Day", "States": {
                      "Day": {"Type": "Wait", "Seconds": 86400, "Next": "Count"},
                      "Count": {"Type": "Pass", "Parameters": {"day.$": "States.MathAdd($.day, 1)"}, "Next": "Year"},
                      "Year": {"Type": "Choice", "Default": "Done",
                        "Choices": [{"Variable": "$.day", "NumericLessThan": 360, "Next": "Day"}]},
                      "Done": {"Type": "Succeed"}}}""").root());

    @TempDir
    private Path folder;

    private Engine engine(VirtualTime time) {
        Engine engine = Engine.create(EngineConfig.builder()
                .store(SqliteStore.open(folder, SqliteSettings.DEFAULT.withClock(() -> START)))
                .time(time)
                .build());
        engine.register("Days", DAYS, JsonNode.class, JsonNode.class, TaskHandlers.none());
        return engine;
    }

    private static void awaitEvent(Engine engine, String arn, long id) {
        while (engine.history(arn, id - 1, 1).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /** Event 1 starts the execution, each day has six, and the last two of each number are those that lead to the next wait. */
    private static long entered(int day) {
        return 2 + 6L * day;
    }

    @Test
    void each_day_ends_at_its_time_whatever_engine_waits_for_it() {
        String arn;
        VirtualTime first = VirtualTime.manual(START);
        try (Engine engine = engine(first)) {
            Execution<JsonNode> execution = engine.register(
                            "Days", DAYS, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("year", JsonDocument.parse("{\"day\":0}").root());
            arn = execution.arn();
            for (int day = 0; day < 10; day++) {
                awaitEvent(engine, arn, entered(day));
                first.advance(DAY.minusMillis(1));
                assertThat(engine.history(arn, entered(day), 1)).isEmpty();
                first.advance(Duration.ofMillis(1));
            }
            awaitEvent(engine, arn, entered(10));
        }
        // nobody is there for two and a half days; the wait that was due in the meantime ends late, the others count
        // from there
        VirtualTime second = VirtualTime.manual(START.plus(DAY.multipliedBy(12)).plus(Duration.ofHours(12)));
        try (Engine engine = engine(second)) {
            engine.recover();
            for (int day = 11; day < 300; day++) {
                awaitEvent(engine, arn, entered(day));
                second.advance(DAY);
            }
            awaitEvent(engine, arn, entered(300));
        }
        VirtualTime third = VirtualTime.automatic(second.now());
        try (Engine engine = engine(third)) {
            engine.recover().forEach(Execution::await);

            ExecutionDescription year = engine.describe(arn).orElseThrow();
            assertThat(year.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(JsonText.compact(year.output())).isEqualTo("{\"day\":360}");
            Instant expected =
                    START.plus(DAY.multipliedBy(12)).plus(Duration.ofHours(12)).plus(DAY.multipliedBy(349));
            assertThat(year.stopTime()).isEqualTo(expected);
        }
    }

    @Test
    void recovery_does_not_grow_with_history() {
        String arn;
        VirtualTime time = VirtualTime.manual(START);
        try (Engine engine = engine(time)) {
            arn = engine.register("Days", DAYS, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("year", JsonDocument.parse("{\"day\":0}").root())
                    .arn();
            for (int day = 0; day < 200; day++) {
                awaitEvent(engine, arn, entered(day));
                time.advance(DAY);
            }
            awaitEvent(engine, arn, entered(200));
        }

        try (SqliteStore store = SqliteStore.open(folder)) {
            Resumption resumption = store.resumption(arn);
            assertThat(store.batches(arn)).hasSize(201);
            assertThat(resumption.snapshot()).isNotNull();
            assertThat(resumption.batches()).hasSizeLessThan(500 / 6 + 1);
            assertThat(List.copyOf(resumption.batches())).isNotEmpty();
        }
    }
}
