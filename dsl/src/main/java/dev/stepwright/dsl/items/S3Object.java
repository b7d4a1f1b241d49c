package dev.stepwright.dsl.items;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An object in a bucket, as a list of them tells it.
 *
 * @param etag in double quotes
 * @param lastModified in seconds since 1970
 * @param size in bytes
 */
public record S3Object(
        @JsonProperty("Etag") String etag,
        @JsonProperty("Key") String key,
        @JsonProperty("LastModified") double lastModified,
        @JsonProperty("Size") long size,
        @JsonProperty("StorageClass") String storageClass) {}
