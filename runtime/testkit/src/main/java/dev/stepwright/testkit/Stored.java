package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionStore;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Executions and batches for tests of stores. */
public final class Stored {
    /** When they begin. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    /** The ARN of their machine. */
    public static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:M";

    private Stored() {}

    /** Returns an execution. Its ARN, which may be any text, is its name as well. */
    public static ExecutionHeader header(String arn) {
        return new ExecutionHeader(
                new ExecutionIdentity(arn, arn, MACHINE, "M", "role", START, false, false, null, null),
                StateMachineDefinition.of(
                        JsonDocument.parse("{\"StartAt\": \"A\"}").root()),
                JsonDocument.parse("{\"v\": 1}").root(),
                null,
                null);
    }

    /** Returns a batch with one event, which holds the text, as many seconds after the start as its sequence says. */
    public static Batch batch(long sequence, String text) {
        Instant now = START.plusSeconds(sequence);
        Event event = new Event.ExecutionSucceeded(JsonNodeFactory.instance.stringNode(text));
        return new Batch(
                sequence,
                new Stimulus.TimerFired(now, sequence),
                List.of(new HistoryEntry(sequence, sequence - 1, now, event)),
                null);
    }

    /** Returns a batch with which an execution has succeeded at a time. */
    public static Batch last(long sequence, Instant time) {
        Batch batch = batch(sequence, "end");
        return new Batch(
                sequence,
                batch.stimulus(),
                batch.events(),
                new ExecutionEnd(ExecutionStatus.SUCCEEDED, time, null, null, null));
    }

    /** Notes an execution with its first batch, {@code batch(1, "one")}, and waits until it is stored. */
    public static void create(ExecutionStore store, String arn) {
        store.create(header(arn), batch(1, "one")).toCompletableFuture().join();
    }

    /** Appends a batch and waits until it is stored. */
    public static void append(ExecutionStore store, String arn, Batch batch) {
        store.append(arn, List.of(batch)).toCompletableFuture().join();
    }
}
