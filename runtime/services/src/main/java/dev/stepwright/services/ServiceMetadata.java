package dev.stepwright.services;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The members that answers of optimized integrations have besides those of the service. */
public final class ServiceMetadata {
    private ServiceMetadata() {}

    /** Adds {@code SdkHttpMetadata} and {@code SdkResponseMetadata}. */
    public static void add(ObjectNode answer, int status, Map<String, List<String>> headers, String requestId) {
        ObjectNode all = answer.objectNode();
        ObjectNode single = answer.objectNode();
        new TreeMap<>(headers).forEach((name, values) -> {
            ArrayNode each = all.putArray(name);
            values.forEach(each::add);
            single.put(name, values.isEmpty() ? "" : values.get(0));
        });
        ObjectNode http = answer.putObject("SdkHttpMetadata");
        http.set("AllHttpHeaders", all);
        http.set("HttpHeaders", single);
        http.put("HttpStatusCode", status);
        answer.putObject("SdkResponseMetadata").put("RequestId", requestId);
    }
}
