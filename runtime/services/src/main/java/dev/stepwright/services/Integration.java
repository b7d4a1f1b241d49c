package dev.stepwright.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An optimized integration. It differs from an SDK integration in names only, but for what {@link Particulars} and
 * {@link ApiNames} have.
 *
 * @param service the service in the resource, for example {@code events}
 * @param client the name of the client, as in SDK integrations
 * @param prefix what its errors begin with
 * @param formerName what the first SDK for Java calls the service, which causes and the generic exception still do
 * @param actions all that it has
 */
record Integration(String service, String client, String prefix, String formerName, Set<String> actions) {
    /** Also for functions that are called by their ARN. */
    static final Integration LAMBDA = new Integration("lambda", "lambda", "Lambda", "AWSLambda", Set.of("invoke"));

    static final Integration S3 =
            new Integration("s3", "s3", "S3", "AmazonS3", Set.of("getObject", "putObject", "listObjectsV2"));

    private static final List<Integration> ALL = List.of(
            new Integration(
                    "athena",
                    "athena",
                    "Athena",
                    "AmazonAthena",
                    Set.of("startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults")),
            new Integration("batch", "batch", "Batch", "AWSBatch", Set.of("submitJob")),
            new Integration("bedrock", "bedrockruntime", "Bedrock", "AmazonBedrockRuntime", Set.of("invokeModel")),
            new Integration("bedrock", "bedrock", "Bedrock", "AmazonBedrock", Set.of("createModelCustomizationJob")),
            new Integration(
                    "codebuild",
                    "codebuild",
                    "CodeBuild",
                    "AWSCodeBuild",
                    Set.of(
                            "batchDeleteBuilds",
                            "batchGetReports",
                            "deleteBuildBatch",
                            "retryBuildBatch",
                            "startBuild",
                            "startBuildBatch",
                            "stopBuild",
                            "stopBuildBatch")),
            new Integration("databrew", "databrew", "DataBrew", "AWSGlueDataBrew", Set.of("startJobRun")),
            new Integration(
                    "dynamodb",
                    "dynamodb",
                    "DynamoDB",
                    "AmazonDynamoDBv2",
                    Set.of("getItem", "putItem", "deleteItem", "updateItem")),
            new Integration("ecs", "ecs", "ECS", "AmazonECS", Set.of("runTask")),
            new Integration(
                    "eks",
                    "eks",
                    "EKS",
                    "AmazonEKS",
                    Set.of(
                            "createCluster",
                            "createFargateProfile",
                            "createNodegroup",
                            "deleteCluster",
                            "deleteFargateProfile",
                            "deleteNodegroup")),
            new Integration(
                    "elasticmapreduce",
                    "emr",
                    "EMR",
                    "AmazonElasticMapReduce",
                    Set.of(
                            "createCluster",
                            "setClusterTerminationProtection",
                            "terminateCluster",
                            "addStep",
                            "cancelStep",
                            "modifyInstanceFleetByName",
                            "modifyInstanceGroupByName")),
            new Integration(
                    "emr-containers",
                    "emrcontainers",
                    "EMRContainers",
                    "AmazonEMRContainers",
                    Set.of("createVirtualCluster", "deleteVirtualCluster", "startJobRun")),
            new Integration(
                    "emr-serverless",
                    "emrserverless",
                    "EMRServerless",
                    "AWSEMRServerless",
                    Set.of(
                            "cancelJobRun",
                            "createApplication",
                            "deleteApplication",
                            "startApplication",
                            "startJobRun",
                            "stopApplication")),
            new Integration("events", "eventbridge", "EventBridge", "AmazonEventBridge", Set.of("putEvents")),
            new Integration("glue", "glue", "Glue", "AWSGlue", Set.of("startJobRun")),
            LAMBDA,
            new Integration("mediaconvert", "mediaconvert", "MediaConvert", "AWSMediaConvert", Set.of("createJob")),
            S3,
            new Integration(
                    "sagemaker",
                    "sagemaker",
                    "SageMaker",
                    "AmazonSageMaker",
                    Set.of(
                            "createEndpoint",
                            "createEndpointConfig",
                            "createHyperParameterTuningJob",
                            "createLabelingJob",
                            "createModel",
                            "createProcessingJob",
                            "createTrainingJob",
                            "createTransformJob",
                            "updateEndpoint")),
            new Integration("sns", "sns", "SNS", "AmazonSNS", Set.of("publish")),
            new Integration("sqs", "sqs", "SQS", "AmazonSQS", Set.of("sendMessage")));

    static Optional<Integration> of(String service, String action) {
        return ALL.stream()
                .filter(integration -> integration.service.equals(service) && integration.actions.contains(action))
                .findFirst();
    }

    /** Returns the names of the clients for a service as any resource names it: {@code eventbridge} for {@code events}. */
    static Set<String> clientNames(String service) {
        Set<String> names = ALL.stream()
                .filter(integration -> integration.service.equals(service))
                .map(Integration::client)
                .collect(Collectors.toUnmodifiableSet());
        return names.isEmpty() ? Set.of(service) : names;
    }

    /** Returns the name of the exception for all errors of the service that have none of their own. */
    String genericException() {
        return formerName.replaceFirst("v2$", "") + "Exception";
    }
}
