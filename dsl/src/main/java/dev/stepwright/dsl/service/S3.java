package dev.stepwright.dsl.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.dsl.Resource;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Amazon S3, by its API.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS: Service integrations by the AWS SDK</a>
 */
public final class S3 {
    /** Reads an object that is a text. */
    public static final Resource<Get, Content> GET_OBJECT =
            Resource.of("arn:aws:states:::aws-sdk:s3:getObject", Get.class, Content.class);

    /** Writes an object. */
    public static final Resource<Put, Written> PUT_OBJECT =
            Resource.of("arn:aws:states:::aws-sdk:s3:putObject", Put.class, Written.class);

    /** Which object to read. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Get(String bucket, String key) {}

    /** What was read. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Content(String body, long contentLength, String contentType) {}

    /**
     * What to write.
     *
     * @param body anything; what is no text is written as JSON
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Put(String bucket, String key, Object body) {}

    /** What was written. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Written(@JsonProperty("ETag") String etag) {}

    private S3() {}
}
