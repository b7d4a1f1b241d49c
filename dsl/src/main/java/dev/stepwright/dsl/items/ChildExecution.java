package dev.stepwright.dsl.items;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A child execution of a distributed Map state, as {@link ResultFormat.Transformation#NONE} tells it.
 *
 * @param input as JSON text
 * @param output as JSON text
 * @param startDate an RFC 3339 timestamp
 * @param stopDate an RFC 3339 timestamp
 */
public record ChildExecution(
        @JsonProperty("ExecutionArn") String executionArn,
        @JsonProperty("Input") String input,
        @JsonProperty("Name") String name,
        @JsonProperty("Output") String output,
        @JsonProperty("StartDate") String startDate,
        @JsonProperty("StateMachineArn") String stateMachineArn,
        @JsonProperty("Status") String status,
        @JsonProperty("StopDate") String stopDate) {}
