package dev.stepwright.dsl.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.dsl.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Amazon SQS. */
public final class Sqs {
    /** Puts a message into a queue. */
    public static final Resource<Message, Sent> SEND_MESSAGE =
            Resource.of("arn:aws:states:::sqs:sendMessage", Message.class, Sent.class);

    /**
     * A message.
     *
     * @param messageBody anything; what is no text is sent as JSON
     * @param delaySeconds 0 to 900
     * @param messageGroupId for FIFO queues
     * @param messageDeduplicationId for FIFO queues
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Message(
            String queueUrl,
            Object messageBody,
            @Nullable Integer delaySeconds,
            @Nullable String messageGroupId,
            @Nullable String messageDeduplicationId) {}

    /** A message that the queue has taken. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Sent(
            String messageId,
            @JsonProperty("MD5OfMessageBody") String md5OfMessageBody) {}

    private Sqs() {}
}
