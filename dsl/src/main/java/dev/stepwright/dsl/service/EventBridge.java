package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Amazon EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html">AWS: EventBridge</a>
 */
public final class EventBridge {
    /** Sends events to a bus. AWS: if the bus refuses one of them, the task fails with {@code EventBridge.FailedEntry}. */
    public static final Resource<Events, Answer> PUT_EVENTS =
            Resource.of("arn:aws:states:::events:putEvents", Events.class, Answer.class);

    /**
     * What to send.
     *
     * @param entries one to ten events
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Events(List<Event> entries) {}

    /**
     * An event.
     *
     * @param detail anything
     * @param eventBusName the default bus if it is left out
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Event(
            Object detail,
            String detailType,
            String source,
            @Nullable String eventBusName) {}

    /** Which events the bus has taken. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Answer(List<Entry> entries, int failedEntryCount) {}

    /** An event that the bus has taken. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Entry(String eventId) {}

    private EventBridge() {}
}
