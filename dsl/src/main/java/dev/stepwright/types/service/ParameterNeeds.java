package dev.stepwright.types.service;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.types.lattice.Need;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a value in a template needs to be: what the service documents for the parameter, else what parameters of the name mostly are. It
 * only names what is unknown; nothing is refused by it.
 */
public final class ParameterNeeds {
    /** The needs of a template that is not handed to a documented call. */
    public static final ParameterNeeds UNDOCUMENTED = new ParameterNeeds("", null, null);

    private static final Map<String, Need> BY_NAME = Map.ofEntries(
            Map.entry("Bucket", Need.STRING),
            Map.entry("TableName", Need.STRING),
            Map.entry("FunctionName", Need.STRING),
            Map.entry("QueueUrl", Need.STRING),
            Map.entry("EventBusName", Need.STRING),
            Map.entry("DetailType", Need.STRING),
            Map.entry("ApiEndpoint", Need.STRING),
            Map.entry("TaskToken", Need.STRING),
            Map.entry("QueryExecutionId", Need.STRING),
            Map.entry("QueryString", Need.STRING),
            Map.entry("JobName", Need.STRING),
            Map.entry("JobQueue", Need.STRING),
            Map.entry("JobDefinition", Need.STRING),
            Map.entry("ModelId", Need.STRING),
            Map.entry("ClusterIdentifier", Need.STRING),
            Map.entry("MaxResults", Need.INTEGER));

    private final String name;
    private final @Nullable Taken taken;
    private final @Nullable Parameters members;

    /**
     * @param taken what the service takes; null if that is not documented, or for all the parameters of a call
     * @param members those that the service knows of an object; null if there are none
     */
    private ParameterNeeds(String name, @Nullable Taken taken, @Nullable Parameters members) {
        this.name = name;
        this.taken = taken;
        this.members = members;
    }

    private static ParameterNeeds of(String name, @Nullable Taken taken) {
        return new ParameterNeeds(name, taken, taken instanceof Taken.Members object ? object.parameters() : null);
    }

    /**
     * Returns the needs of the parameters of a call.
     *
     * @param call a task, or what reads or writes for a Map: its {@code Resource} says what is called
     */
    public static ParameterNeeds of(JsonNode call) {
        return of(call.path("Resource").asString(""));
    }

    static ParameterNeeds of(String resource) {
        return Requests.of(TaskResource.of(resource))
                .map(parameters -> new ParameterNeeds("", null, parameters))
                .orElse(UNDOCUMENTED);
    }

    /** Returns what the value itself needs to be; any value for most. AWS: a text will do for a boolean, a map and a time as well. */
    public Need need() {
        if (taken == null) {
            return name.endsWith("Arn") ? Need.STRING : BY_NAME.getOrDefault(name, Need.VALUE);
        }
        if (taken instanceof Taken.Scalar scalar) {
            return switch (scalar) {
                case TEXT -> Need.STRING;
                case INTEGER -> Need.INTEGER;
                case NUMBER -> Need.NUMBER;
                case BOOLEAN, TIME, ANY -> Need.VALUE;
            };
        }
        return taken instanceof Taken.Elements ? Need.ARRAY : Need.VALUE;
    }

    /** Returns the needs of a member of the value. */
    public ParameterNeeds member(String member) {
        return taken instanceof Taken.Entries entries
                ? of(member, entries.of())
                : of(member, members == null ? null : members.nearly(member).orElse(null));
    }

    /** Returns the needs of what the value holds, if it is an array. */
    public ParameterNeeds element() {
        return taken instanceof Taken.Elements elements ? of("", elements.of()) : UNDOCUMENTED;
    }
}
