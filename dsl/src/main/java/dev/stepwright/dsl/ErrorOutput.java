package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a Catch receives.
 *
 * @param error the name of the error
 * @param cause the reason as text; for an error of a Lambda function a JSON text
 * @see <a href="https://states-language.net/spec.html#errors">ASL: Errors</a>
 */
public record ErrorOutput(
        @JsonProperty("Error") String error,
        @JsonProperty("Cause") String cause) {}
