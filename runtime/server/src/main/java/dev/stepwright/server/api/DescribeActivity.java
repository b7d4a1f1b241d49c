package dev.stepwright.server.api;

import java.time.Instant;

/** Request of DescribeActivity. */
public record DescribeActivity(String activityArn) {
    public static DescribeActivity of(Members in) {
        return new DescribeActivity(in.text("activityArn", Length.ARN));
    }

    /** Its answer. */
    public record Answer(
            String activityArn, String name, Instant creationDate, EncryptionConfiguration encryptionConfiguration) {}
}
