package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A job of Kubernetes that a task runs.
 *
 * @param definition as an object, or as its text
 */
record ClusterJob(Cluster cluster, String namespace, JsonNode definition, Logs logs) {
    private static final Set<String> FIELDS =
            Set.of("ClusterName", "CertificateAuthority", "Endpoint", "Namespace", "Job", "LogOptions");

    private static final String LOGS = "LogOptions";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /**
     * {@code LogOptions}.
     *
     * @param areRaw whether they stay texts even where they are JSON
     * @param query how the logs are asked for, such as {@code tailLines}
     */
    record Logs(boolean areWanted, boolean areRaw, List<Query.Parameter> query) {}

    /** @throws TaskFailure if the parameters are none of such a task; it tells all that is wrong with them */
    static ClusterJob of(JsonNode parameters) throws TaskFailure {
        Fields fields = new Fields(parameters, FIELDS);
        JsonNode definition = fields.optional("Job");
        if (definition == null) {
            fields.missing("Job");
        } else if (!definition.isObject() && !definition.isString()) {
            fields.invalid("Job");
        }
        String namespace = fields.optionalText("Namespace");
        if (!namespace.isEmpty() && !isName(namespace)) {
            fields.invalid("Namespace");
        }
        ClusterJob job = new ClusterJob(
                Cluster.of(fields),
                namespace.isEmpty() ? "default" : namespace,
                definition == null ? JsonNodeFactory.instance.objectNode() : definition,
                logs(fields));
        fields.check();
        return job;
    }

    private static Logs logs(Fields fields) {
        JsonNode options = fields.optional(LOGS);
        if (options == null) {
            return new Logs(false, false, List.of());
        }
        boolean isKnown = options.isObject()
                && Set.of("RetrieveLogs", "RawLogs", "LogParameters").containsAll(options.propertyNames());
        if (!isKnown || !isFlag(options.path("RetrieveLogs")) || !isFlag(options.path("RawLogs"))) {
            fields.invalid(LOGS);
        }
        List<Query.Parameter> query = List.of();
        try {
            query = Query.read(options.path("LogParameters"));
        } catch (IllegalArgumentException e) {
            fields.invalid(LOGS);
        }
        return new Logs(
                options.path("RetrieveLogs").asBoolean(false),
                options.path("RawLogs").asBoolean(false),
                query);
    }

    private static boolean isFlag(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isBoolean();
    }

    /** Returns whether a text may be a name in Kubernetes, and so a part of a path. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Returns the call that creates it. */
    ClusterCall creation() {
        return new ClusterCall(cluster, "POST", jobs(), List.of(), definition);
    }

    ClusterCall description(String name) {
        return ClusterCall.get(cluster, jobs() + "/" + name, List.of());
    }

    /** Returns the call that ends it and its pods. */
    ClusterCall deletion(String name) {
        return new ClusterCall(
                cluster,
                "DELETE",
                jobs() + "/" + name,
                List.of(new Query.Parameter("propagationPolicy", "Background")),
                null);
    }

    ClusterCall pods(String name) {
        return ClusterCall.get(
                cluster,
                "/api/v1/namespaces/" + namespace + "/pods",
                List.of(new Query.Parameter("labelSelector", "job-name=" + name)));
    }

    private String jobs() {
        return "/apis/batch/v1/namespaces/" + namespace + "/jobs";
    }
}
