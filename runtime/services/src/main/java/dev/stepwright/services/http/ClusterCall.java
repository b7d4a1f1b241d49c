package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of a cluster's API.
 *
 * @param path begins with a slash
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html">AWS: EKS</a>
 */
record ClusterCall(
        Cluster cluster,
        String method,
        String path,
        List<Query.Parameter> query,
        @Nullable JsonNode body) {
    private static final Set<String> FIELDS = Set.of(
            "ClusterName", "CertificateAuthority", "Endpoint", "Method", "Path", "QueryParameters", "RequestBody");

    static ClusterCall get(Cluster cluster, String path, List<Query.Parameter> query) {
        return new ClusterCall(cluster, "GET", path, query, null);
    }

    /** @throws TaskFailure if the parameters are none of such a task; it tells all that is wrong with them */
    static ClusterCall of(JsonNode parameters) throws TaskFailure {
        Fields fields = new Fields(parameters, FIELDS);
        String method = fields.method();
        if (method.equals("OPTIONS")) {
            fields.invalid("Method");
        }
        String path = fields.text("Path");
        if (!path.isEmpty() && !isPath(path)) {
            fields.invalid("Path");
        }
        ClusterCall call =
                new ClusterCall(Cluster.of(fields), method, path, fields.query(), fields.optional("RequestBody"));
        fields.check();
        return call;
    }

    private static boolean isPath(String text) {
        try {
            return text.startsWith("/")
                    && new URI("https://any" + text).getHost().equals("any");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Returns the request.
     *
     * @param token that tells the cluster who calls; null for none
     */
    Message message(@Nullable String token) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", List.of("*/*"));
        if (token != null) {
            headers.put("Authorization", List.of("Bearer " + token));
        }
        if (body != null) {
            // the one form of a patch that every kind of object takes; what AWS sends is not documented
            headers.put(
                    "Content-Type",
                    List.of(method.equals("PATCH") ? "application/merge-patch+json" : "application/json"));
        }
        URI url = Message.withQuery(cluster.url(path), Query.text(query));
        return new Message(method, url, headers, body == null ? null : Query.scalar(body));
    }
}
