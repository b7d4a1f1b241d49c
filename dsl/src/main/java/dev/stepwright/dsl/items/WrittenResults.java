package dev.stepwright.dsl.items;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a distributed Map state gives if it has written its results to S3.
 *
 * @param mapRunArn the ARN of the Map Run
 * @param details where the results are
 */
public record WrittenResults(
        @JsonProperty("MapRunArn") String mapRunArn,
        @JsonProperty("ResultWriterDetails") Details details) {
    /**
     * Where the results are.
     *
     * @param key that of the manifest
     */
    public record Details(
            @JsonProperty("Bucket") String bucket,
            @JsonProperty("Key") String key) {}
}
