package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Amazon SNS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html">AWS: Amazon SNS</a>
 */
public final class Sns {
    /** Sends a message to all who have subscribed to a topic. */
    public static final Resource<Message, Published> PUBLISH =
            Resource.of("arn:aws:states:::sns:publish", Message.class, Published.class);

    /**
     * A message.
     *
     * @param topicArn the topic
     * @param message anything; what is no text is sent as JSON
     * @param subject for subscribers by e-mail; none if it is left out
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Message(
            String topicArn, Object message, @Nullable String subject) {}

    /** A message that the topic has taken. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Published(String messageId) {}

    private Sns() {}
}
