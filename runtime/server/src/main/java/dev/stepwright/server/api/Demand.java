package dev.stepwright.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the policies of a caller have to allow.
 *
 * @param action as policies name it, {@code states:StartExecution}
 * @param resource the ARN of what it is done to
 * @param context the values that conditions look at, by their keys, {@code states:StateMachineQualifier}; in any case
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html">Actions, resources, and condition
 *     keys for AWS Step Functions</a>
 */
public record Demand(String action, String resource, Map<String, List<String>> context) {
    public Demand {
        Map<String, List<String>> byKey = new TreeMap<>();
        // tags may differ in case alone: a condition looks at all of them, as it knows no case
        context.forEach((key, values) -> byKey.merge(
                key.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        context = Map.copyOf(byKey);
    }

    /** Returns the values of a key; none if it is not there. */
    public List<String> values(String key) {
        return context.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }
}
