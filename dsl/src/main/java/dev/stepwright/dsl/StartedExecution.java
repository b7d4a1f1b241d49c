package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An execution that was started and not waited for.
 *
 * @param startDate in milliseconds since 1970
 */
public record StartedExecution(
        @JsonProperty("ExecutionArn") String executionArn,
        @JsonProperty("StartDate") long startDate) {}
