package dev.stepwright.types.service;

import dev.stepwright.types.lattice.Need;
import java.util.Map;

/** What well-known parameters of services need to be. It only names what is unknown; nothing is refused by it. */
public final class ParameterNeeds {
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
            Map.entry("S", Need.STRING),
            Map.entry("N", Need.STRING),
            Map.entry("B", Need.STRING),
            Map.entry("BOOL", Need.BOOLEAN),
            Map.entry("MaxResults", Need.INTEGER));

    private ParameterNeeds() {}

    /** Returns what a parameter of this name needs to be; any value for most. */
    public static Need of(String name) {
        return name.endsWith("Arn") ? Need.STRING : BY_NAME.getOrDefault(name, Need.VALUE);
    }
}
