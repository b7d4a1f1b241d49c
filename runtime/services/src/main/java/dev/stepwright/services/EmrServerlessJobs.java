package dev.stepwright.services;

import dev.stepwright.services.job.Progress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The jobs of EMR Serverless: applications that come to a state, and runs that end. */
final class EmrServerlessJobs {
    static final Map<String, Job> ALL = Map.of(
            "emr-serverless:createApplication", new Application("CREATED", "deleteApplication"),
            "emr-serverless:startApplication", new Application("STARTED", "stopApplication"),
            "emr-serverless:stopApplication", new Application("STOPPED", null),
            "emr-serverless:deleteApplication", new Application("TERMINATED", null),
            "emr-serverless:startJobRun", new Run("SUCCESS", "cancelJobRun"),
            "emr-serverless:cancelJobRun", new Run("CANCELLED", null));

    private EmrServerlessJobs() {}

    private static ObjectNode ids(Job.Started started) {
        return ((ObjectNode) started.answer()).deepCopy().retain("ApplicationId", "JobRunId");
    }

    private static Optional<Job.Request> stop(@Nullable String action, Job.Started started) {
        return Optional.ofNullable(action).map(stop -> new Job.Request(stop, ids(started)));
    }

    /**
     * @param done the state that is waited for
     * @param stop what takes back what was begun; null if nothing does
     */
    private record Application(String done, @Nullable String stop) implements Job {
        @Override
        public Request description(Started started) {
            return new Request("getApplication", ids(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode application = description.path("Application");
            return Progress.of(application, application.path("State"), done, "TERMINATED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return EmrServerlessJobs.stop(stop, started);
        }
    }

    /**
     * @param done the state that is waited for; a run that ends in another has failed
     * @param stop what ends the run; null if nothing does
     */
    private record Run(String done, @Nullable String stop) implements Job {
        @Override
        public Request description(Started started) {
            return new Request("getJobRun", ids(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode run = description.path("JobRun");
            return Progress.of(run, run.path("State"), done, "SUCCESS", "FAILED", "CANCELLED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return EmrServerlessJobs.stop(stop, started);
        }
    }
}
