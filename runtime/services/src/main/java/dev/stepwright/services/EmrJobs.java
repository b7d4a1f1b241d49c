package dev.stepwright.services;

import dev.stepwright.services.job.Progress;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The jobs of EMR: clusters that start or end, and their steps. */
final class EmrJobs {
    static final Map<String, Job> ALL = Map.of(
            "elasticmapreduce:addStep", new Step(),
            "elasticmapreduce:createCluster", new Start(),
            "elasticmapreduce:terminateCluster", new End());

    private EmrJobs() {}

    private static ObjectNode cluster(JsonNode named) {
        return JsonNodeFactory.instance.objectNode().set("ClusterId", named.path("ClusterId"));
    }

    private static Progress progress(JsonNode result, String thing, String done, String... failed) {
        return Progress.of(result, result.path(thing).at("/Status/State"), done, failed);
    }

    /** AWS: a cluster outlives the execution that has started it. */
    private static final class Start implements Job {
        @Override
        public Request description(Started started) {
            return new Request("describeCluster", cluster(started.answer()));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            ObjectNode result = cluster(started.answer()).setAll((ObjectNode) description);
            return EmrJobs.progress(result, "Cluster", "WAITING", "TERMINATED", "TERMINATED_WITH_ERRORS");
        }
    }

    private static final class End implements Job {
        @Override
        public Request description(Started started) {
            return new Request("describeCluster", cluster(started.parameters()));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            boolean isOver =
                    description.at("/Cluster/Status/State").asString("").startsWith("TERMINATED");
            return new Progress(isOver ? Progress.State.DONE : Progress.State.RUNNING, description);
        }
    }

    private static final class Step implements Job {
        private static JsonNode id(Started started) {
            return started.answer().path("StepId");
        }

        @Override
        public Request description(Started started) {
            return new Request("describeStep", cluster(started.parameters()).set("StepId", id(started)));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return EmrJobs.progress(description, "Step", "COMPLETED", "FAILED", "CANCELLED", "INTERRUPTED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            ObjectNode steps = cluster(started.parameters());
            steps.putArray("StepIds").add(id(started));
            return Optional.of(new Request("cancelSteps", steps));
        }
    }
}
