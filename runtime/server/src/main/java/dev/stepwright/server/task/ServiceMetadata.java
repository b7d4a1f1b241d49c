package dev.stepwright.server.task;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members that answers of optimized integrations have besides those of the service. */
final class ServiceMetadata {
    private ServiceMetadata() {}

    /** Adds {@code SdkHttpMetadata} and {@code SdkResponseMetadata}. */
    static void add(ObjectNode answer, int status, Map<String, List<String>> headers, String requestId) {
        ObjectNode http = answer.putObject("SdkHttpMetadata");
        ObjectNode all = http.putObject("AllHttpHeaders");
        ObjectNode single = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(headers).forEach((name, values) -> {
            values.forEach(all.withArray("/" + escaped(name))::add);
            single.put(name, values.isEmpty() ? "" : values.get(0));
        });
        http.set("HttpHeaders", single);
        http.put("HttpStatusCode", status);
        answer.putObject("SdkResponseMetadata").put("RequestId", requestId);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
