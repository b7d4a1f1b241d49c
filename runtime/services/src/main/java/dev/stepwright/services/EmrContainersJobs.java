package dev.stepwright.services;

import dev.stepwright.services.job.Progress;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The jobs of EMR on EKS: runs, and virtual clusters that go. */
final class EmrContainersJobs {
    static final Map<String, Job> ALL =
            Map.of("emr-containers:deleteVirtualCluster", new Deletion(), "emr-containers:startJobRun", new Run());

    private EmrContainersJobs() {}

    private static ObjectNode ids(Job.Started started) {
        return ((ObjectNode) started.answer()).deepCopy().retain("Id", "VirtualClusterId");
    }

    private static final class Deletion implements Job {
        @Override
        public Request description(Started started) {
            return new Request("describeVirtualCluster", ids(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode cluster = description.path("VirtualCluster");
            return Progress.of(cluster, cluster.path("State"), "TERMINATED", "ARRESTED");
        }
    }

    private static final class Run implements Job {
        @Override
        public Request description(Started started) {
            return new Request("describeJobRun", ids(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode run = description.path("JobRun");
            return Progress.of(run, run.path("State"), "COMPLETED", "FAILED", "CANCELLED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request("cancelJobRun", ids(started)));
        }
    }
}
