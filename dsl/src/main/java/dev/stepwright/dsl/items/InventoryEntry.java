package dev.stepwright.dsl.items;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An object in a bucket, as a report of S3 Inventory tells it; of its columns those that every report has. Read others with a
 * record of your own.
 */
public record InventoryEntry(
        @JsonProperty("Bucket") String bucket,
        @JsonProperty("Key") String key) {}
