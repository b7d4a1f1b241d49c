package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.services.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Of all services, most of whose clients are not here: how they tell of their jobs. */
class JobKindsTest {
    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "batch:submitJob | {\"Jobs\": [{\"Status\": \"RUNNABLE\"}]} | RUNNING | {\"Status\": \"RUNNABLE\"}",
                "batch:submitJob | {\"Jobs\": [{\"Status\": \"SUCCEEDED\"}]} | DONE | {\"Status\": \"SUCCEEDED\"}",
                "batch:submitJob | {\"Jobs\": [{\"Status\": \"FAILED\"}]} | FAILED | {\"Status\": \"FAILED\"}",
                "glue:startJobRun | {\"JobRun\": {\"JobRunState\": \"STOPPING\"}} | RUNNING | {\"JobRunState\": \"STOPPING\"}",
                "glue:startJobRun | {\"JobRun\": {\"JobRunState\": \"TIMEOUT\"}} | FAILED | {\"JobRunState\": \"TIMEOUT\"}",
                "codebuild:startBuild | {\"Builds\": [{\"BuildStatus\": \"SUCCEEDED\"}]} | DONE | {\"Build\": {\"BuildStatus\": \"SUCCEEDED\"}}",
                "codebuild:startBuild | {\"Builds\": [{\"BuildStatus\": \"FAULT\"}]} | FAILED | {\"Build\": {\"BuildStatus\": \"FAULT\"}}",
                "codebuild:startBuildBatch | {\"BuildBatches\": [{\"BuildBatchStatus\": \"SUCCEEDED\"}]} | DONE | {\"BuildBatch\": {\"BuildBatchStatus\": \"SUCCEEDED\"}}",
                "databrew:startJobRun | {\"JobRuns\": [{\"RunId\": \"o\", \"State\": \"FAILED\"}, {\"RunId\": \"r\", \"State\": \"SUCCEEDED\"}]} | DONE | {\"RunId\": \"r\", \"State\": \"SUCCEEDED\"}",
                "databrew:startJobRun | {\"JobRuns\": [{\"RunId\": \"r\", \"State\": \"TIMEOUT\"}]} | FAILED | {\"RunId\": \"r\", \"State\": \"TIMEOUT\"}",
                "databrew:startJobRun | {\"JobRuns\": []} | RUNNING | {\"JobRuns\": []}",
                "bedrock:createModelCustomizationJob | {\"Status\": \"InProgress\"} | RUNNING | {\"Status\": \"InProgress\"}",
                "bedrock:createModelCustomizationJob | {\"Status\": \"Completed\"} | DONE | {\"Status\": \"Completed\"}",
                "bedrock:createModelCustomizationJob | {\"Status\": \"Stopped\"} | FAILED | {\"Status\": \"Stopped\"}",
                "codebuild:retryBuildBatch | {\"BuildBatches\": [{\"BuildBatchStatus\": \"STOPPED\"}]} | FAILED | {\"BuildBatch\": {\"BuildBatchStatus\": \"STOPPED\"}}",
                "eks:createCluster | {\"Cluster\": {\"Status\": \"CREATING\"}} | RUNNING | {\"Cluster\": {\"Status\": \"CREATING\"}}",
                "eks:createNodegroup | {\"Nodegroup\": {\"Status\": \"ACTIVE\"}} | DONE | {\"Nodegroup\": {\"Status\": \"ACTIVE\"}}",
                "eks:createFargateProfile | {\"FargateProfile\": {\"Status\": \"CREATE_FAILED\"}} | FAILED | {\"FargateProfile\": {\"Status\": \"CREATE_FAILED\"}}",
                "eks:deleteCluster | {\"Cluster\": {\"Status\": \"ACTIVE\"}} | RUNNING | {\"Cluster\": {\"Status\": \"ACTIVE\"}}",
                "eks:deleteNodegroup | {\"Nodegroup\": {\"Status\": \"DELETE_FAILED\"}} | FAILED | {\"Nodegroup\": {\"Status\": \"DELETE_FAILED\"}}",
                "emr-containers:startJobRun | {\"JobRun\": {\"State\": \"CANCEL_PENDING\"}} | RUNNING | {\"State\": \"CANCEL_PENDING\"}",
                "emr-containers:startJobRun | {\"JobRun\": {\"State\": \"COMPLETED\"}} | DONE | {\"State\": \"COMPLETED\"}",
                "emr-containers:startJobRun | {\"JobRun\": {\"State\": \"FAILED\"}} | FAILED | {\"State\": \"FAILED\"}",
                "emr-containers:deleteVirtualCluster | {\"VirtualCluster\": {\"State\": \"TERMINATING\"}} | RUNNING | {\"State\": \"TERMINATING\"}",
                "emr-containers:deleteVirtualCluster | {\"VirtualCluster\": {\"State\": \"TERMINATED\"}} | DONE | {\"State\": \"TERMINATED\"}",
                "emr-containers:deleteVirtualCluster | {\"VirtualCluster\": {\"State\": \"ARRESTED\"}} | FAILED | {\"State\": \"ARRESTED\"}",
                "emr-serverless:createApplication | {\"Application\": {\"State\": \"CREATING\"}} | RUNNING | {\"State\": \"CREATING\"}",
                "emr-serverless:createApplication | {\"Application\": {\"State\": \"CREATED\"}} | DONE | {\"State\": \"CREATED\"}",
                "emr-serverless:startApplication | {\"Application\": {\"State\": \"CREATED\"}} | RUNNING | {\"State\": \"CREATED\"}",
                "emr-serverless:startApplication | {\"Application\": {\"State\": \"STARTED\"}} | DONE | {\"State\": \"STARTED\"}",
                "emr-serverless:startApplication | {\"Application\": {\"State\": \"TERMINATED\"}} | FAILED | {\"State\": \"TERMINATED\"}",
                "emr-serverless:stopApplication | {\"Application\": {\"State\": \"STOPPED\"}} | DONE | {\"State\": \"STOPPED\"}",
                "emr-serverless:deleteApplication | {\"Application\": {\"State\": \"TERMINATED\"}} | DONE | {\"State\": \"TERMINATED\"}",
                "emr-serverless:startJobRun | {\"JobRun\": {\"State\": \"QUEUED\"}} | RUNNING | {\"State\": \"QUEUED\"}",
                "emr-serverless:startJobRun | {\"JobRun\": {\"State\": \"SUCCESS\"}} | DONE | {\"State\": \"SUCCESS\"}",
                "emr-serverless:startJobRun | {\"JobRun\": {\"State\": \"CANCELLED\"}} | FAILED | {\"State\": \"CANCELLED\"}",
                "emr-serverless:cancelJobRun | {\"JobRun\": {\"State\": \"CANCELLED\"}} | DONE | {\"State\": \"CANCELLED\"}",
                "emr-serverless:cancelJobRun | {\"JobRun\": {\"State\": \"SUCCESS\"}} | FAILED | {\"State\": \"SUCCESS\"}",
                "elasticmapreduce:addStep | {\"Step\": {\"Status\": {\"State\": \"COMPLETED\"}}} | DONE | {\"Step\": {\"Status\": {\"State\": \"COMPLETED\"}}}",
                "elasticmapreduce:addStep | {\"Step\": {\"Status\": {\"State\": \"CANCELLED\"}}} | FAILED | {\"Step\": {\"Status\": {\"State\": \"CANCELLED\"}}}",
                "elasticmapreduce:createCluster | {\"Cluster\": {\"Status\": {\"State\": \"RUNNING\"}}} | RUNNING | {\"ClusterId\": \"c\", \"Cluster\": {\"Status\": {\"State\": \"RUNNING\"}}}",
                "elasticmapreduce:createCluster | {\"Cluster\": {\"Status\": {\"State\": \"WAITING\"}}} | DONE | {\"ClusterId\": \"c\", \"Cluster\": {\"Status\": {\"State\": \"WAITING\"}}}",
                "elasticmapreduce:createCluster | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATED\"}}} | FAILED | {\"ClusterId\": \"c\", \"Cluster\": {\"Status\": {\"State\": \"TERMINATED\"}}}",
                "elasticmapreduce:terminateCluster | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATING\"}}} | RUNNING | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATING\"}}}",
                "elasticmapreduce:terminateCluster | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATED_WITH_ERRORS\"}}} | DONE | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATED_WITH_ERRORS\"}}}",
                "mediaconvert:createJob | {\"Job\": {\"Status\": \"PROGRESSING\"}} | RUNNING | {\"Job\": {\"Status\": \"PROGRESSING\"}}",
                "mediaconvert:createJob | {\"Job\": {\"Status\": \"COMPLETE\"}} | DONE | {\"Job\": {\"Status\": \"COMPLETE\"}}",
                "mediaconvert:createJob | {\"Job\": {\"Status\": \"ERROR\"}} | FAILED | {\"Job\": {\"Status\": \"ERROR\"}}",
                "sagemaker:createTrainingJob | {\"TrainingJobStatus\": \"Completed\"} | DONE | {\"TrainingJobStatus\": \"Completed\"}",
                "sagemaker:createTransformJob | {\"TransformJobStatus\": \"Stopping\"} | RUNNING | {\"TransformJobStatus\": \"Stopping\"}",
                "sagemaker:createProcessingJob | {\"ProcessingJobStatus\": \"Stopped\"} | FAILED | {\"ProcessingJobStatus\": \"Stopped\"}"
            })
    void a_description_tells_how_a_job_is(String resource, String description, Progress.State state, String result) {
        Job.Started started = new Job.Started(json("{}"), json("{\"RunId\": \"r\", \"ClusterId\": \"c\"}"));

        assertThat(job(resource).progress(started, json(description))).isEqualTo(new Progress(state, json(result)));
    }

    private static Job job(String resource) {
        String[] parts = resource.split(":");
        return Integration.of(parts[0], parts[1])
                .flatMap(integration -> Jobs.of(integration, parts[1]))
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} after {1} is looked at by {2} with {3}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "batch:submitJob | {\"JobId\": \"j\"} | describeJobs | {\"Jobs\": [\"j\"]}",
                "glue:startJobRun | {\"JobRunId\": \"r\"} | getJobRun | {\"JobName\": \"n\", \"RunId\": \"r\"}",
                "codebuild:startBuild | {\"Build\": {\"Id\": \"b\"}} | batchGetBuilds | {\"Ids\": [\"b\"]}",
                "codebuild:startBuildBatch | {\"BuildBatch\": {\"Id\": \"b\"}} | batchGetBuildBatches | {\"Ids\": [\"b\"]}",
                "databrew:startJobRun | {\"RunId\": \"r\"} | listJobRuns | {\"Name\": \"d\"}",
                "bedrock:createModelCustomizationJob | {\"JobArn\": \"a\"} | getModelCustomizationJob | {\"JobIdentifier\": \"a\"}",
                "codebuild:retryBuildBatch | {\"BuildBatch\": {\"Id\": \"b\"}} | batchGetBuildBatches | {\"Ids\": [\"b\"]}",
                "eks:createCluster | {} | describeCluster | {\"Name\": \"d\"}",
                "eks:deleteNodegroup | {} | describeNodegroup | {\"ClusterName\": \"e\", \"NodegroupName\": \"g\"}",
                "eks:createFargateProfile | {} | describeFargateProfile | {\"ClusterName\": \"e\", \"FargateProfileName\": \"f\"}",
                "emr-containers:startJobRun | {\"Id\": \"r\", \"Name\": \"n\", \"VirtualClusterId\": \"v\"} | describeJobRun | {\"Id\": \"r\", \"VirtualClusterId\": \"v\"}",
                "emr-containers:deleteVirtualCluster | {\"Id\": \"v\", \"SdkHttpMetadata\": {}} | describeVirtualCluster | {\"Id\": \"v\"}",
                "emr-serverless:createApplication | {\"ApplicationId\": \"a\", \"Name\": \"n\"} | getApplication | {\"ApplicationId\": \"a\"}",
                "emr-serverless:startJobRun | {\"ApplicationId\": \"a\", \"Arn\": \"x\", \"JobRunId\": \"r\"} | getJobRun | {\"ApplicationId\": \"a\", \"JobRunId\": \"r\"}",
                "elasticmapreduce:addStep | {\"StepId\": \"s\"} | describeStep | {\"ClusterId\": \"c\", \"StepId\": \"s\"}",
                "elasticmapreduce:createCluster | {\"ClusterId\": \"new\"} | describeCluster | {\"ClusterId\": \"new\"}",
                "elasticmapreduce:terminateCluster | {} | describeCluster | {\"ClusterId\": \"c\"}",
                "mediaconvert:createJob | {\"Job\": {\"Id\": \"m\"}} | getJob | {\"Id\": \"m\"}",
                "sagemaker:createTrainingJob | {\"TrainingJobArn\": \"a\"} | describeTrainingJob | {\"TrainingJobName\": \"t\"}"
            })
    void a_job_is_looked_at_by_what_its_start_has_told(
            String resource, String answer, String action, String parameters) {
        assertThat(job(resource).description(started(answer)))
                .isEqualTo(new Job.Request(action, (ObjectNode) json(parameters)));
    }

    private static Job.Started started(String answer) {
        return new Job.Started(json("""
                        {"JobName": "n", "Name": "d", "TrainingJobName": "t", "ClusterId": "c", "ClusterName": "e",
                         "FargateProfileName": "f", "NodegroupName": "g"}"""), json(answer));
    }

    @ParameterizedTest(name = "{0} after {1} is stopped by {2} with {3}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "databrew:startJobRun | {\"RunId\": \"r\"} | stopJobRun | {\"Name\": \"d\", \"RunId\": \"r\"}",
                "bedrock:createModelCustomizationJob | {\"JobArn\": \"a\"} | stopModelCustomizationJob | {\"JobIdentifier\": \"a\"}",
                "emr-containers:startJobRun | {\"Id\": \"r\", \"VirtualClusterId\": \"v\"} | cancelJobRun | {\"Id\": \"r\", \"VirtualClusterId\": \"v\"}",
                "emr-serverless:createApplication | {\"ApplicationId\": \"a\", \"Name\": \"n\"} | deleteApplication | {\"ApplicationId\": \"a\"}",
                "emr-serverless:startApplication | {\"ApplicationId\": \"a\"} | stopApplication | {\"ApplicationId\": \"a\"}",
                "emr-serverless:startJobRun | {\"ApplicationId\": \"a\", \"JobRunId\": \"r\"} | cancelJobRun | {\"ApplicationId\": \"a\", \"JobRunId\": \"r\"}",
                "elasticmapreduce:addStep | {\"StepId\": \"s\"} | cancelSteps | {\"ClusterId\": \"c\", \"StepIds\": [\"s\"]}",
                "mediaconvert:createJob | {\"Job\": {\"Id\": \"m\"}} | cancelJob | {\"Id\": \"m\"}",
                "sagemaker:createTrainingJob | {\"TrainingJobArn\": \"a\"} | stopTrainingJob | {\"TrainingJobName\": \"t\"}"
            })
    void a_job_is_stopped_by_what_its_start_has_told(String resource, String answer, String action, String parameters) {
        assertThat(job(resource).stop(started(answer), "enough"))
                .contains(new Job.Request(action, (ObjectNode) json(parameters)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elasticmapreduce:createCluster",
                "eks:createCluster",
                "eks:createNodegroup",
                "emr-containers:deleteVirtualCluster",
                "emr-serverless:stopApplication",
                "emr-serverless:cancelJobRun"
            })
    void what_outlives_the_task_that_has_started_it_is_not_stopped(String resource) {
        assertThat(job(resource).stop(started("{\"ClusterId\": \"new\", \"ApplicationId\": \"a\"}"), "enough"))
                .isEmpty();
    }

    @Test
    void a_run_is_looked_for_on_one_page_after_the_other() {
        Job job = job("databrew:startJobRun");
        Job.Started run = started("{\"RunId\": \"r\"}");

        assertThat(job.next(run, json("{\"JobRuns\": [{\"RunId\": \"o\"}], \"NextToken\": \"2\"}")))
                .contains(new Job.Request("listJobRuns", (ObjectNode) json("{\"Name\": \"d\", \"NextToken\": \"2\"}")));
        assertThat(job.next(run, json("{\"JobRuns\": [{\"RunId\": \"r\"}], \"NextToken\": \"2\"}")))
                .isEmpty();
        assertThat(job.next(run, json("{\"JobRuns\": []}"))).isEmpty();
    }

    @Test
    void a_container_of_batch_is_told_who_has_started_it() {
        JsonNode given = json("""
                {"JobName": "n", "ContainerOverrides": {"Environment": [{"Name": "A", "Value": "1"}]}}""");

        assertThat(job("batch:submitJob").parameters(given)).isEqualTo(json("""
                {"JobName": "n", "ContainerOverrides": {"Environment": [
                  {"Name": "A", "Value": "1"}, {"Name": "MANAGED_BY_AWS", "Value": "STARTED_BY_STEP_FUNCTIONS"}]}}"""));
        assertThat(job("batch:submitJob").parameters(json("{\"ContainerOverrides\": 1}")))
                .isEqualTo(json("{\"ContainerOverrides\": 1}"));
        assertThat(job("batch:submitJob").parameters(json("{}")).at("/ContainerOverrides/Environment"))
                .hasSize(1);
    }
}
