package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An execution that a Task state has started and does not wait for: what {@link Dsl#startMachine} gives.
 *
 * @param startDate in milliseconds since 1970
 */
public record NestedExecution(
        @JsonProperty("ExecutionArn") String executionArn,
        @JsonProperty("StartDate") long startDate) {}
