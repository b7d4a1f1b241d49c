package dev.stepwright.dsl.items;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the file {@code manifest.json} holds that {@link WrittenResults.Details#key()} names: which files have the results.
 *
 * @param bucket where the files are
 * @param mapRunArn the ARN of the Map Run
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">AWS: ResultWriter</a>
 */
public record ResultManifest(
        @JsonProperty("DestinationBucket") String bucket,
        @JsonProperty("MapRunArn") String mapRunArn,
        @JsonProperty("ResultFiles") ResultFiles files) {
    /**
     * The files by how the executions in them have ended, each list empty if none has.
     *
     * @param pending of executions that had not begun when the Map Run ended
     */
    public record ResultFiles(
            @JsonProperty("SUCCEEDED") List<ResultFile> succeeded,
            @JsonProperty("FAILED") List<ResultFile> failed,
            @JsonProperty("PENDING") List<ResultFile> pending) {}

    /**
     * A file with results.
     *
     * @param size in bytes
     */
    public record ResultFile(
            @JsonProperty("Key") String key,
            @JsonProperty("Size") long size) {}
}
