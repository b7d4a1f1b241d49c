package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The logs of a job that has ended. AWS: one that cannot be read is told by its error. */
record PodLogs(ClusterApi api, ClusterJob job, TaskRequest request) {
    /** Returns the logs by pod and container. */
    ObjectNode of(String jobName) throws InterruptedException {
        ObjectNode logs = JsonNodeFactory.instance.objectNode();
        ObjectNode pods = logs.putObject("pods");
        try {
            for (JsonNode pod : api.answer(job.pods(jobName), request).at("/ResponseBody/items")) {
                String name = pod.at("/metadata/name").asString("");
                ObjectNode containers = pods.putObject(name).putObject("containers");
                for (JsonNode container : pod.at("/spec/containers")) {
                    String containerName = container.path("name").asString("");
                    containers.set(containerName, ofContainer(name, containerName));
                }
            }
        } catch (TaskFailure e) {
            tell(e, logs);
        }
        return logs;
    }

    private ObjectNode ofContainer(String pod, String container) throws InterruptedException {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        List<Query.Parameter> query = new ArrayList<>(job.logs().query());
        query.add(new Query.Parameter("container", container));
        String path = "/api/v1/namespaces/" + job.namespace() + "/pods/" + pod + "/log";
        try {
            JsonNode text = api.answer(ClusterCall.get(job.cluster(), path, query), request)
                    .path("ResponseBody");
            log.set("log", job.logs().areRaw() || !text.isString() ? text : HttpResult.json(text.stringValue()));
        } catch (TaskFailure e) {
            tell(e, log);
        }
        return log;
    }

    private static void tell(TaskFailure failure, ObjectNode to) {
        to.put("error", failure.error()).put("cause", failure.causeText());
    }
}
