package dev.stepwright.runtime.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as GetExecutionHistory of AWS shows it.
 *
 * @param type for example {@code TaskStateEntered}
 * @param detailsMember the name under which AWS shows the details, for example {@code stateEnteredEventDetails}; null for a type
 *     that has none
 * @param details the details; empty for a type that has none
 */
public record HistoryEvent(
        long id,
        long previousEventId,
        Instant timestamp,
        String type,
        @Nullable String detailsMember,
        ObjectNode details) {
    private static final List<String> DATA = List.of("input", "output", "inputDetails", "outputDetails");

    /** Returns the event without execution data. AWS: names, errors, causes and the parameters of a scheduled service task stay. */
    public HistoryEvent withoutData() {
        ObjectNode fewer = details.deepCopy();
        fewer.remove(DATA);
        return new HistoryEvent(id, previousEventId, timestamp, type, detailsMember, fewer);
    }

    /** Returns the event as GetExecutionHistory answers it; {@link HistoryDocument} reads arrays of these. */
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("timestamp", BigDecimal.valueOf(timestamp.toEpochMilli(), 3));
        json.put("type", type);
        json.put("id", id);
        json.put("previousEventId", previousEventId);
        if (detailsMember != null) {
            json.set(detailsMember, details);
        }
        return json;
    }
}
