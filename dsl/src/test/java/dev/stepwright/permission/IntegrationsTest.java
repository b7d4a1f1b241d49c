package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stepwright.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actions that AWS documents for its optimized integrations. */
class IntegrationsTest {
    private static final String RULE = "arn:aws:events:eu-west-1:111122223333:rule/";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "sqs:sendMessage | {\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/orders\"} | sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:orders",
                "sns:publish | {\"TopicArn\": \"arn:aws:sns:us-east-1:123456789012:paid\"} | sns:Publish arn:aws:sns:us-east-1:123456789012:paid",
                "sns:publish | {\"TopicArn\": \"${Topic}\"} | sns:Publish ${Topic}",
                "sns:publish | {\"PhoneNumber.$\": \"$.phone\"} | sns:Publish *",
                "dynamodb:putItem | {\"TableName\": \"orders\"} | dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
                "dynamodb:getItem | {\"TableName\": \"arn:aws:dynamodb:us-east-1:123456789012:table/orders\"} | dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/orders",
                "dynamodb:updateItem | {\"TableName\": \"${Orders}\"} | dynamodb:UpdateItem arn:aws:dynamodb:eu-west-1:111122223333:table/${Orders}",
                "events:putEvents | {\"Entries\": [{\"EventBusName\": \"shop\"}]} | events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/shop",
                "events:putEvents | {\"Entries\": [{\"Detail\": {}}]} | events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/default",
                "events:putEvents | {\"Entries.$\": \"$.entries\"} | events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/*",
                "events:putEvents | {\"Entries\": [{\"EventBusName.$\": \"$.bus\"}]} | events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/*",
                "aws-sdk:dynamodb:batchGetItem | {\"RequestItems.$\": \"$.items\"} | dynamodb:BatchGetItem arn:aws:dynamodb:eu-west-1:111122223333:table/*",
                "states:startExecution | {\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:child\"} | states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:child",
                "states:startExecution | {\"StateMachineArn.$\": \"$$.StateMachine.Id\"} | states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:shop",
                "lambda:invoke | {\"FunctionName\": \"charge\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:charge",
                "lambda:invoke | {\"FunctionName\": \"charge:live\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:charge:live",
                "lambda:invoke | {\"FunctionName\": \"charge\", \"Qualifier\": \"7\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:charge:7",
                "lambda:invoke | {\"FunctionName\": \"charge\", \"Qualifier.$\": \"$.v\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:charge:*",
                "lambda:invoke | {\"FunctionName\": \"123456789012:function:charge\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:123456789012:function:charge",
                "lambda:invoke | {\"FunctionName\": \"${ChargeArn}\"} | lambda:InvokeFunction ${ChargeArn}",
                "lambda:invoke.waitForTaskToken | {\"FunctionName\": \"charge\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:charge",
                "glue:startJobRun | {\"JobName\": \"nightly\"} | glue:StartJobRun arn:aws:glue:eu-west-1:111122223333:job/nightly",
                "codebuild:startBuild | {\"ProjectName\": \"site\"} | codebuild:StartBuild arn:aws:codebuild:eu-west-1:111122223333:project/site",
                "bedrock:invokeModel | {\"ModelId\": \"anthropic.claude-v2\"} | bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2",
                "elasticmapreduce:cancelStep | {\"ClusterId\": \"j-1\"} | elasticmapreduce:CancelSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1",
                "emr-serverless:startApplication | {\"ApplicationId\": \"a1\"} | emr-serverless:StartApplication arn:aws:emr-serverless:eu-west-1:111122223333:/applications/a1"
            })
    void a_call_needs_its_action_on_the_resource_it_names(String call, String parameters, String need) {
        assertThat(Needed.of(call, parameters)).containsExactly(need);
    }

    @Test
    void a_harness_is_invoked_by_the_actions_on_harnesses_and_on_agents() {
        String harness = "arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/helper";

        assertThat(Needed.of("bedrockagentcore:invokeHarness", "{\"HarnessArn\": \"" + harness + "\"}"))
                .containsExactly(
                        "bedrock-agentcore:InvokeAgentRuntime " + harness,
                        "bedrock-agentcore:InvokeHarness " + harness);
    }

    @Test
    void a_child_execution_that_is_waited_for_is_described_and_stopped_and_told_by_a_rule() {
        List<String> needs = Needed.of(
                "states:startExecution.sync:2",
                "{\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:child\"}");

        assertThat(needs)
                .containsExactly(
                        "events:DescribeRule " + RULE + "StepFunctionsGetEventsForStepFunctionsExecutionRule",
                        "events:PutRule " + RULE + "StepFunctionsGetEventsForStepFunctionsExecutionRule",
                        "events:PutTargets " + RULE + "StepFunctionsGetEventsForStepFunctionsExecutionRule",
                        "states:DescribeExecution arn:aws:states:us-east-1:123456789012:execution:child:*",
                        "states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:child",
                        "states:StopExecution arn:aws:states:us-east-1:123456789012:execution:child:*");
    }

    @Test
    void a_task_of_ecs_is_allowed_with_any_revision_in_its_cluster_and_hands_on_roles() {
        Permissions permissions = Needed.task(
                "arn:aws:states:::ecs:runTask.sync",
                "\"Parameters\": {\"Cluster\": \"main\", \"TaskDefinition\": \"report\", \"LaunchType\": \"FARGATE\"}");

        assertThat(Needed.lines(permissions))
                .containsExactly(
                        "ecs:DescribeTasks arn:aws:ecs:eu-west-1:111122223333:task/main/*",
                        "ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/report:*",
                        "ecs:StopTask arn:aws:ecs:eu-west-1:111122223333:task/main/*",
                        "events:DescribeRule " + RULE + "StepFunctionsGetEventsForECSTaskRule",
                        "events:PutRule " + RULE + "StepFunctionsGetEventsForECSTaskRule",
                        "events:PutTargets " + RULE + "StepFunctionsGetEventsForECSTaskRule",
                        "iam:PassRole arn:aws:iam::111122223333:role/* {\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}");
        assertThat(Needed.messages(permissions))
                .singleElement()
                .asString()
                .contains("iam:PassRole", "every role", "task definition");
    }

    @Test
    void the_roles_that_a_task_of_ecs_overrides_are_those_that_are_handed_on() {
        List<String> needs = Needed.of("ecs:runTask", """
                {"TaskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/report:3",
                 "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/report"}}""");

        assertThat(needs)
                .containsExactly(
                        "ecs:RunTask arn:aws:ecs:us-east-1:123456789012:task-definition/report:3",
                        "iam:PassRole arn:aws:iam::123456789012:role/report {\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}");
    }

    @Test
    void a_job_of_batch_is_on_its_queue_and_on_any_revision_of_its_definition() {
        List<String> needs = Needed.of(
                "batch:submitJob.sync",
                "{\"JobName\": \"night\", \"JobQueue\": \"low\", \"JobDefinition\": \"report\"}");

        assertThat(needs)
                .contains(
                        "batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-queue/low",
                        "batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-definition/report",
                        "batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-definition/report:*",
                        "batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job/*",
                        "batch:DescribeJobs *",
                        "batch:TerminateJob arn:aws:batch:eu-west-1:111122223333:job/*",
                        "events:PutRule " + RULE + "StepFunctionsGetEventsForBatchJobsRule");
    }

    @Test
    void a_training_of_sage_maker_is_tagged_and_hands_on_its_role() {
        List<String> needs = Needed.of(
                "sagemaker:createTrainingJob.sync",
                "{\"TrainingJobName\": \"night\", \"RoleArn\": \"arn:aws:iam::123456789012:role/train\"}");

        assertThat(needs)
                .containsExactly(
                        "events:DescribeRule " + RULE + "StepFunctionsGetEventsForSageMakerTrainingJobsRule",
                        "events:PutRule " + RULE + "StepFunctionsGetEventsForSageMakerTrainingJobsRule",
                        "events:PutTargets " + RULE + "StepFunctionsGetEventsForSageMakerTrainingJobsRule",
                        "iam:PassRole arn:aws:iam::123456789012:role/train {\"StringEquals\":{\"iam:PassedToService\":\"sagemaker.amazonaws.com\"}}",
                        "sagemaker:AddTags arn:aws:sagemaker:eu-west-1:111122223333:training-job/night",
                        "sagemaker:CreateTrainingJob arn:aws:sagemaker:eu-west-1:111122223333:training-job/night",
                        "sagemaker:DescribeTrainingJob arn:aws:sagemaker:eu-west-1:111122223333:training-job/night",
                        "sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:training-job/night",
                        "sagemaker:StopTrainingJob arn:aws:sagemaker:eu-west-1:111122223333:training-job/night");
    }

    @Test
    void a_new_cluster_of_emr_hands_on_both_of_its_roles_by_their_names() {
        List<String> needs = Needed.of(
                "elasticmapreduce:createCluster.sync",
                "{\"Name\": \"night\", \"ServiceRole\": \"EMR_DefaultRole\", \"JobFlowRole\": \"EMR_EC2_DefaultRole\"}");

        assertThat(needs)
                .contains(
                        "elasticmapreduce:RunJobFlow *",
                        "elasticmapreduce:DescribeCluster arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*",
                        "elasticmapreduce:TerminateJobFlows arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*",
                        "iam:PassRole arn:aws:iam::111122223333:role/EMR_DefaultRole",
                        "iam:PassRole arn:aws:iam::111122223333:role/EMR_EC2_DefaultRole",
                        "events:PutRule " + RULE + "StepFunctionsGetEventForEMRRunJobFlowRule");
    }

    @Test
    void jobs_of_media_convert_are_those_that_step_functions_has_tagged() {
        List<String> needs =
                Needed.of("mediaconvert:createJob.sync", "{\"Role\": \"arn:aws:iam::123456789012:role/media\"}");

        assertThat(needs)
                .contains(
                        "mediaconvert:GetJob arn:aws:mediaconvert:eu-west-1:111122223333:jobs/*"
                                + " {\"StringEquals\":{\"aws:ResourceTag/ManagedByService\":\"AWSStepFunctions\"}}",
                        "iam:PassRole arn:aws:iam::123456789012:role/media {\"StringEquals\":{\"iam:PassedToService\":\"mediaconvert.amazonaws.com\"}}");
    }

    @Test
    void a_query_of_athena_writes_where_its_result_goes_and_asks_what_it_reads() {
        Permissions permissions = Needed.task(
                "arn:aws:states:::athena:startQueryExecution.sync",
                "\"Parameters\": {\"WorkGroup\": \"night\", \"QueryString\": \"SELECT 1\", \"ResultConfiguration\": {\"OutputLocation\": \"s3://results/a/\"}}");

        assertThat(Needed.lines(permissions))
                .contains(
                        "athena:StartQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/night",
                        "athena:StopQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/night",
                        "athena:GetDataCatalog arn:aws:athena:eu-west-1:111122223333:datacatalog/*",
                        "s3:PutObject arn:aws:s3:::results/a/*",
                        "glue:GetTable arn:aws:glue:eu-west-1:111122223333:table/*",
                        "lakeformation:GetDataAccess *");
        assertThat(Needed.messages(permissions))
                .singleElement()
                .asString()
                .contains("what the query reads is not known");
    }

    @Test
    void an_inference_profile_calls_its_model_in_any_region() {
        assertThat(Needed.of("bedrock:invokeModel", "{\"ModelId\": \"eu.anthropic.claude-v2\"}"))
                .containsExactly(
                        "bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/anthropic.claude-v2",
                        "bedrock:InvokeModel arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-v2");
    }

    @Test
    void a_model_that_is_computed_may_be_any_and_has_its_data_in_buckets() {
        Permissions permissions = Needed.task(
                "arn:aws:states:::bedrock:invokeModel",
                "\"Parameters\": {\"ModelId.$\": \"$.model\", \"Input\": {\"S3Uri\": \"s3://prompts/a.json\"}, \"Output\": {\"S3Uri.$\": \"$.to\"}}");

        assertThat(Needed.lines(permissions))
                .containsExactly(
                        "bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/*",
                        "bedrock:InvokeModel arn:aws:bedrock:eu-west-1:111122223333:inference-profile/*",
                        "bedrock:InvokeModel arn:aws:bedrock:eu-west-1:111122223333:provisioned-model/*",
                        "s3:GetObject arn:aws:s3:::prompts/a.json",
                        "s3:PutObject arn:aws:s3:::*");
        assertThat(Needed.messages(permissions))
                .hasSize(2)
                .contains(
                        "s3:PutObject is allowed on every object, since S3Uri is \"$.to\"; narrow it to its possible values");
    }

    @Test
    void an_http_task_calls_its_endpoint_with_its_method_by_the_secret_of_its_connection() {
        List<String> needs = Needed.of("http:invoke", """
                {"ApiEndpoint": "https://api.example.com/orders", "Method": "POST",
                 "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/shop/1"}}""");

        assertThat(needs)
                .containsExactly(
                        "events:RetrieveConnectionCredentials arn:aws:events:us-east-1:123456789012:connection/shop/1",
                        "secretsmanager:DescribeSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:events!connection/*",
                        "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:events!connection/*",
                        "states:InvokeHTTPEndpoint arn:aws:states:eu-west-1:111122223333:stateMachine:shop"
                                + " {\"StringEquals\":{\"states:HTTPMethod\":\"POST\",\"states:HTTPEndpoint\":\"https://api.example.com/orders\"}}");
    }

    @Test
    void api_gateway_takes_an_action_only_where_it_asks_who_calls() {
        String endpoint =
                "\"ApiEndpoint\": \"a1b2.execute-api.us-east-1.amazonaws.com\", \"Method\": \"GET\", \"Stage\": \"prod\", \"Path\": \"/orders\"";

        assertThat(Needed.of("apigateway:invoke", "{" + endpoint + "}")).isEmpty();
        assertThat(Needed.of("apigateway:invoke", "{" + endpoint + ", \"AuthType\": \"IAM_ROLE\"}"))
                .containsExactly("execute-api:Invoke arn:aws:execute-api:us-east-1:111122223333:a1b2/prod/GET/orders");
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "lambda:invoke | \"FunctionName\": \"charge\", \"Qualifier.$\": \"$.v\" | lambda:InvokeFunction is allowed for every Qualifier, since Qualifier is \"$.v\"; narrow it to its possible values",
                "lambda:invoke | \"FunctionName\": \"${Charge}\" | FunctionName \"${Charge}\" is taken for the name of a function; if it will be an ARN, let the resource of lambda:InvokeFunction be ${Charge}",
                "http:invoke | \"ApiEndpoint\": \"https://a.example.com\", \"Method.$\": \"$.m\", \"Authentication\": {\"ConnectionArn\": \"${ConnectionArn}\"} | states:InvokeHTTPEndpoint is allowed for every Method, since Method is \"$.m\"; narrow it to its possible values",
                "apigateway:invoke | \"ApiEndpoint\": \"a1.execute-api.eu-west-1.amazonaws.com\", \"Method\": \"GET\", \"Path.$\": \"$.p\", \"AuthType\": \"IAM_ROLE\" | execute-api:Invoke is allowed for every Path, since Path is \"$.p\"; narrow it to its possible values"
            })
    void a_part_of_a_resource_that_is_computed_is_asked_for(String call, String parameters, String question) {
        Permissions permissions = Needed.task("arn:aws:states:::" + call, "\"Parameters\": {" + parameters + "}");

        assertThat(Needed.messages(permissions)).containsExactly(question);
    }

    @Test
    void a_job_of_a_cluster_of_eks_needs_no_action_but_asks_for_access() {
        Permissions permissions =
                Needed.task("arn:aws:states:::eks:runJob.sync", "\"Parameters\": {\"ClusterName\": \"main\"}");

        assertThat(permissions.needs()).isEmpty();
        assertThat(permissions.unknownStates()).isEmpty();
        assertThat(Needed.messages(permissions)).singleElement().asString().contains("access entry");
    }

    @Test
    void the_role_of_a_machine_of_activities_and_states_that_are_no_tasks_may_do_nothing() {
        Permissions activity = Needed.task("arn:aws:states:us-east-1:123456789012:activity:approve", "");

        assertThat(activity.needs()).isEmpty();
        assertThat(JsonText.compact(activity.policy()))
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"*\"],\"Resource\":[\"*\"]}]}");
        assertThat(Needed.machine("{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}")
                        .policy())
                .isEqualTo(activity.policy());
    }

    @Test
    void every_action_that_jobs_are_followed_by_is_one_of_iam() {
        for (Integration integration : Integration.all()) {
            assertThatCode(() -> {
                        ServiceActions.action(integration.action());
                        integration.more().forEach(ServiceActions::action);
                        integration.job().forEach(ServiceActions::action);
                    })
                    .doesNotThrowAnyException();
        }
    }
}
