package dev.stepwright.runtime.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the frames of one execution share: its name, its input, and the count of its events. The items of a distributed Map have
 * a lineage each, since they are executions of their own.
 */
final class Lineage {
    final ExecutionIdentity identity;
    JsonNode input;

    /** Whether somebody will see the events. Where nobody will, they are only counted, since messages name them. */
    final boolean keepsEvents;

    /** With so many events the history is full. */
    final long mostEvents;

    /** The id of the last event; ids are given out even where events are not kept. */
    long lastEvent;

    /** How often the execution has been redriven. */
    int redriveCount;

    /** When it was redriven the last time; null if it never was. */
    @Nullable
    Instant redriveTime;

    /** No fewer bytes than all variables have; or {@link PayloadSize#UNKNOWN}, as after a restart. */
    long variableBound = PayloadSize.UNKNOWN;

    /** What ends an Express execution of a Map Run if nothing else does; null for others. */
    @Nullable
    OpenTimer timeout;

    /** How an execution of a Map Run has ended; null for one that runs, and for the execution that all of it is in. */
    @Nullable
    Ending ending;

    Lineage(ExecutionState state, ExecutionIdentity identity, JsonNode input) {
        this.identity = identity;
        this.input = input;
        this.keepsEvents = state.keepsEventsOf(identity);
        this.mostEvents = state.limitsOf(identity).historyEvents();
    }

    /**
     * An end of an execution of a Map Run.
     *
     * @param error null if it has succeeded, or timed out as a whole
     */
    record Ending(
            ExecutionStatus status, Instant time, @Nullable ExecutionError error) {
        boolean isFailure() {
            return status != ExecutionStatus.SUCCEEDED;
        }
    }
}
