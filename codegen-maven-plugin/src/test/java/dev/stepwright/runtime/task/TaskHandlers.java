package dev.stepwright.runtime.task;

import dev.stepwright.json.JavaValues;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
public final class TaskHandlers {
    private final Map<String, TypedHandler<JsonNode, JsonNode>> byState;

    private TaskHandlers(Map<String, TypedHandler<JsonNode, JsonNode>> byState) {
        this.byState = byState;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Map<String, TypedHandler<JsonNode, JsonNode>> byState() {
        return byState;
    }

    public static final class Builder {
        private final Map<String, TypedHandler<JsonNode, JsonNode>> byState = new LinkedHashMap<>();

        public <A, R> Builder state(String state, Class<A> input, TypedHandler<A, R> handler) {
            byState.put(
                    state,
                    (json, context) -> JavaValues.toJson(handler.handle(JavaValues.fromJson(json, input), context)));
            return this;
        }

        public TaskHandlers build() {
            return new TaskHandlers(byState);
        }
    }
}
