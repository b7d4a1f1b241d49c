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
    final boolean isChild;

    /** The id of the last event; ids are given out even where events are not kept, since messages name them. */
    long lastEvent;

    /** How often the execution has been redriven. */
    int redriveCount;

    /** When it was redriven the last time; null if it never was. */
    @Nullable
    Instant redriveTime;

    /** No fewer bytes than all variables have; or {@link PayloadSize#UNKNOWN}, as after a restart. */
    long variableBound = PayloadSize.UNKNOWN;

    Lineage(ExecutionIdentity identity, JsonNode input, boolean isChild) {
        this.identity = identity;
        this.input = input;
        this.isChild = isChild;
    }
}
