package dev.stepwright.runtime.engine;

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

    Lineage(ExecutionIdentity identity, JsonNode input, boolean isChild) {
        this.identity = identity;
        this.input = input;
        this.isChild = isChild;
    }
}
