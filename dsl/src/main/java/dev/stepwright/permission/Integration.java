package dev.stepwright.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What AWS documents that an optimized integration needs, where it is more than the action of the same name.
 *
 * @param action the action of the call itself
 * @param more what the call needs besides
 * @param job the actions by which Step Functions follows the job of a {@code .sync} task and ends it
 * @param rule the rule of EventBridge that tells when the job has ended; empty if it is only asked for
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html">IAM policies for integrated services</a>
 */
record Integration(String action, List<String> more, List<String> job, String rule) {
    private static final Map<String, Integration> ALL = new TreeMap<>();

    static {
        job(
                "states:startExecution",
                "DescribeExecution StopExecution",
                "StepFunctionsGetEventsForStepFunctionsExecutionRule");
        job("ecs:runTask", "DescribeTasks StopTask", "StepFunctionsGetEventsForECSTaskRule");
        job("batch:submitJob", "DescribeJobs TerminateJob", "StepFunctionsGetEventsForBatchJobsRule");
        job("glue:startJobRun", "GetJobRun GetJobRuns BatchStopJobRun", "");
        job("databrew:startJobRun", "ListJobRuns StopJobRun", "");
        job("mediaconvert:createJob", "GetJob CancelJob", "StepFunctionsGetEventsForMediaConvertJobRule");
        job("bedrock:createModelCustomizationJob", "GetModelCustomizationJob StopModelCustomizationJob", "");
        call("bedrockagentcore:invokeHarness", "bedrock-agentcore:InvokeHarness", "", "");
        call(
                "athena:startQueryExecution",
                "StartQueryExecution GetDataCatalog",
                "StopQueryExecution GetQueryExecution GetWorkGroup BatchGetQueryExecution GetQueryResults ListQueryExecutions",
                "");
        job("codebuild:startBuild", "StopBuild BatchGetBuilds", "StepFunctionsGetEventForCodeBuildStartBuildRule");
        job(
                "codebuild:startBuildBatch",
                "StopBuildBatch BatchGetBuildBatches",
                "StepFunctionsGetEventForCodeBuildStartBuildBatchRule");
        job("codebuild:retryBuildBatch", "StopBuildBatch BatchGetBuildBatches", "");
        ofSageMaker();
        ofEmr();
        ofEmrServerless();
        ofEks();
    }

    private static void ofSageMaker() {
        sageMaker("TrainingJob", "StepFunctionsGetEventsForSageMakerTrainingJobsRule");
        sageMaker("TransformJob", "StepFunctionsGetEventsForSageMakerTransformJobsRule");
        sageMaker("HyperParameterTuningJob", "StepFunctionsGetEventsForSageMakerTuningJobsRule");
        sageMaker("ProcessingJob", "StepFunctionsGetEventsForSageMakerProcessingJobsRule");
    }

    private static void sageMaker(String kind, String rule) {
        call(
                "sagemaker:create" + kind,
                "Create" + kind + " AddTags ListTags",
                "Describe" + kind + " Stop" + kind,
                rule);
    }

    private static void ofEmr() {
        call(
                "elasticmapreduce:createCluster",
                "RunJobFlow",
                "DescribeCluster TerminateJobFlows",
                "StepFunctionsGetEventForEMRRunJobFlowRule");
        call(
                "elasticmapreduce:addStep",
                "AddJobFlowSteps",
                "DescribeStep CancelSteps",
                "StepFunctionsGetEventForEMRAddJobFlowStepsRule");
        call(
                "elasticmapreduce:terminateCluster",
                "TerminateJobFlows",
                "DescribeCluster",
                "StepFunctionsGetEventForEMRTerminateJobFlowsRule");
        call("elasticmapreduce:cancelStep", "CancelSteps", "", "");
        call("elasticmapreduce:setClusterTerminationProtection", "SetTerminationProtection", "", "");
        call("elasticmapreduce:modifyInstanceFleetByName", "ModifyInstanceFleet ListInstanceFleets", "", "");
        call("elasticmapreduce:modifyInstanceGroupByName", "ModifyInstanceGroups ListInstanceGroups", "", "");
        job("emr-containers:startJobRun", "DescribeJobRun CancelJobRun", "");
        job("emr-containers:deleteVirtualCluster", "DescribeVirtualCluster", "");
    }

    private static void ofEmrServerless() {
        String application = "StepFunctionsGetEventsForEMRServerlessApplicationRule";
        String run = "StepFunctionsGetEventsForEMRServerlessJobRule";
        job("emr-serverless:createApplication", "GetApplication DeleteApplication", application);
        job("emr-serverless:startApplication", "GetApplication StopApplication", application);
        job("emr-serverless:stopApplication", "GetApplication", application);
        job("emr-serverless:deleteApplication", "GetApplication", application);
        job("emr-serverless:startJobRun", "GetJobRun CancelJobRun", run);
        job("emr-serverless:cancelJobRun", "GetJobRun", run);
    }

    private static void ofEks() {
        job("eks:createCluster", "DescribeCluster DeleteCluster", "");
        job("eks:deleteCluster", "DescribeCluster", "");
        call(
                "eks:createNodegroup",
                "CreateNodegroup ec2:DescribeSubnets iam:GetRole iam:ListAttachedRolePolicies",
                "DescribeNodegroup DeleteNodegroup",
                "");
        job("eks:deleteNodegroup", "DescribeNodegroup", "");
        job("eks:createFargateProfile", "DescribeFargateProfile DeleteFargateProfile", "");
        job("eks:deleteFargateProfile", "DescribeFargateProfile", "");
    }

    private static void job(String call, String job, String rule) {
        call(call, call.substring(call.indexOf(':') + 1), job, rule);
    }

    private static void call(String call, String actions, String job, String rule) {
        String service = call.substring(0, call.indexOf(':') + 1);
        List<String> all = named(service, actions);
        ALL.put(call, new Integration(all.get(0), all.subList(1, all.size()), named(service, job), rule));
    }

    private static List<String> named(String service, String actions) {
        return actions.isEmpty()
                ? List.of()
                : Arrays.stream(actions.split(" "))
                        .map(action -> action.contains(":") ? action : service + action)
                        .toList();
    }

    /** Returns what is known of a call, {@code ecs:runTask}. */
    static Optional<Integration> of(String call) {
        return Optional.ofNullable(ALL.get(call));
    }

    /** Returns all that are known. */
    static Iterable<Integration> all() {
        return ALL.values();
    }
}
