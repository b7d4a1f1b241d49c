package dev.stepwright.dsl.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.dsl.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Amazon SQS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html">AWS: Amazon SQS</a>
 */
public final class Sqs {
    /** Puts a message into a queue. */
    public static final Resource<Message, Sent> SEND_MESSAGE =
            Resource.of("arn:aws:states:::sqs:sendMessage", Message.class, Sent.class);

    /**
     * A message.
     *
     * @param messageBody anything; what is no text is sent as JSON
     * @param delaySeconds how long nobody sees it, 0 to 900; what the queue says if it is left out
     * @param messageGroupId for FIFO queues, which need it: messages of one group keep their order
     * @param messageDeduplicationId for FIFO queues: of two messages with one id within five minutes, the second is dropped
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
