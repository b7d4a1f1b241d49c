package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.services.job.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The jobs of EKS: clusters, node groups and Fargate profiles that come and go.
 * AWS: none is stopped, a cluster outlives the execution that has started it.
 */
final class EksJobs {
    static final Map<String, Job> ALL = new HashMap<>();

    static {
        for (String kind : List.of("Cluster", "Nodegroup", "FargateProfile")) {
            ALL.put("eks:create" + kind, new Creation(kind));
            ALL.put("eks:delete" + kind, new Deletion(kind));
        }
    }

    private EksJobs() {}

    private static Job.Request description(String kind, Job.Started started) {
        ObjectNode names = ((ObjectNode) started.parameters()).deepCopy();
        return new Job.Request(
                "describe" + kind,
                kind.equals("Cluster") ? names.retain("Name") : names.retain("ClusterName", kind + "Name"));
    }

    private record Creation(String kind) implements Job {
        @Override
        public Request description(Started started) {
            return EksJobs.description(kind, started);
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return Progress.of(description, description.path(kind).path("Status"), "ACTIVE", "FAILED", "CREATE_FAILED");
        }
    }

    private record Deletion(String kind) implements Job {
        @Override
        public Request description(Started started) {
            return EksJobs.description(kind, started);
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            String status = description.path(kind).path("Status").asString("");
            return new Progress(
                    status.endsWith("FAILED") ? Progress.State.FAILED : Progress.State.RUNNING, description);
        }

        /** Of what is deleted nothing is left to describe. */
        @Override
        public boolean isDoneAt(TaskFailure refusal) {
            return "EKS.ResourceNotFoundException".equals(refusal.error());
        }
    }
}
