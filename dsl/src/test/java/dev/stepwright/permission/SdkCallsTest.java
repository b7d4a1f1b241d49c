package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls by the SDK, whose names are not always those of the actions. */
class SdkCallsTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "s3:getObject | {\"Bucket\": \"b\", \"Key\": \"a/k\"} | s3:GetObject arn:aws:s3:::b/a/k",
                "s3:headObject | {\"Bucket\": \"b\", \"Key.$\": \"$.k\"} | s3:GetObject arn:aws:s3:::b/*",
                "s3:listObjectsV2 | {\"Bucket\": \"b\"} | s3:ListBucket arn:aws:s3:::b",
                "s3:listBuckets | {} | s3:ListAllMyBuckets *",
                "sfn:startSyncExecution | {\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:c\"} | states:StartSyncExecution arn:aws:states:us-east-1:123456789012:stateMachine:c",
                "sfn:sendTaskSuccess | {\"TaskToken.$\": \"$.t\"} | states:SendTaskSuccess *",
                "cloudwatchlogs:putLogEvents | {\"LogGroupName\": \"g\", \"LogStreamName\": \"s\"} | logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:g:log-stream:s",
                "eventbridge:putEvents | {\"Entries\": [{\"EventBusName\": \"shop\"}]} | events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/shop",
                "lambda:invoke | {\"FunctionName\": \"charge\"} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:charge",
                "sqs:sendMessageBatch | {\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/q\"} | sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:q",
                "ssm:getParameter | {\"Name\": \"/shop/key\"} | ssm:GetParameter arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key",
                "secretsmanager:getSecretValue | {\"SecretId\": \"shop\"} | secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-??????",
                "glue:startCrawler | {\"Name\": \"night\"} | glue:StartCrawler arn:aws:glue:eu-west-1:111122223333:crawler/night",
                "ec2:describeInstances | {\"InstanceIds\": [\"i-1\"]} | ec2:DescribeInstances *",
                "polly:startSpeechSynthesisTask | {\"Text\": \"hi\"} | polly:StartSpeechSynthesisTask *",
                "transcribe:getTranscriptionJob | {\"TranscriptionJobName\": \"j\"} | transcribe:GetTranscriptionJob arn:aws:transcribe:eu-west-1:111122223333:transcription-job/j",
                "kms:decrypt | {\"KeyId\": \"arn:aws:kms:us-east-1:123456789012:key/1\"} | kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/1",
                "bedrockruntime:converse | {\"ModelId\": \"m.n\"} | bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/m.n",
                "dynamodb:query | {\"TableName\": \"t\"} | dynamodb:Query arn:aws:dynamodb:eu-west-1:111122223333:table/t",
                "apigatewaymanagementapi:postToConnection | {} | execute-api:ManageConnections arn:aws:execute-api:eu-west-1:111122223333:*",
                "sesv2:sendEmail | {} | ses:SendEmail arn:aws:ses:eu-west-1:111122223333:identity/*"
            })
    void a_call_needs_the_action_that_iam_has_for_it(String call, String parameters, String need) {
        assertThat(Needed.of("aws-sdk:" + call, parameters)).containsExactly(need);
    }

    @Test
    void a_query_of_an_index_is_on_the_table_and_the_index() {
        assertThat(Needed.of("aws-sdk:dynamodb:query", "{\"TableName\": \"t\", \"IndexName\": \"i\"}"))
                .containsExactly(
                        "dynamodb:Query arn:aws:dynamodb:eu-west-1:111122223333:table/t",
                        "dynamodb:Query arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i");
    }

    @Test
    void a_copy_reads_its_source_and_writes_its_target() {
        assertThat(Needed.of(
                        "aws-sdk:s3:copyObject", "{\"Bucket\": \"to\", \"Key\": \"k\", \"CopySource\": \"from/a/b\"}"))
                .containsExactly("s3:GetObject arn:aws:s3:::from/a/b", "s3:PutObject arn:aws:s3:::to/k");
    }

    @ParameterizedTest(name = "{0} is on {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"Objects\": [{\"Key\": \"a\"}]} | arn:aws:s3:::b/a",
                "{\"Objects\": [{\"Key.$\": \"$.k\"}]} | arn:aws:s3:::b/*"
            })
    void objects_are_deleted_by_their_keys(String objects, String resource) {
        assertThat(Needed.of("aws-sdk:s3:deleteObjects", "{\"Bucket\": \"b\", \"Delete\": " + objects + "}"))
                .containsExactly("s3:DeleteObject " + resource);
    }

    @Test
    void a_list_of_names_is_a_resource_for_each() {
        assertThat(Needed.of("aws-sdk:ec2:stopInstances", "{\"InstanceIds\": [\"i-1\", \"i-2\"]}"))
                .containsExactly(
                        "ec2:StopInstances arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
                        "ec2:StopInstances arn:aws:ec2:eu-west-1:111122223333:instance/i-2");
        assertThat(Needed.of("aws-sdk:ssm:getParameters", "{\"Names\": [\"/shop/a\", \"b\"]}"))
                .containsExactly(
                        "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/b",
                        "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/shop/a");
    }

    @ParameterizedTest
    @CsvSource({"alias/shop, eu-west-1:111122223333", "arn:aws:kms:us-east-1:1:alias/shop, us-east-1:1"})
    void an_alias_of_a_key_is_a_condition_on_all_keys(String alias, String place) {
        assertThat(Needed.of("aws-sdk:kms:encrypt", "{\"KeyId\": \"" + alias + "\", \"Plaintext\": \"x\"}"))
                .containsExactly("kms:Encrypt arn:aws:kms:" + place
                        + ":key/* {\"StringEquals\":{\"kms:RequestAlias\":\"alias/shop\"}}");
    }

    @Test
    void a_statement_of_the_data_api_reads_the_secret_of_its_user() {
        assertThat(
                        Needed.of(
                                "aws-sdk:rdsdata:executeStatement",
                                "{\"ResourceArn\": \"arn:aws:rds:us-east-1:1:cluster:c\", \"SecretArn\": \"arn:aws:secretsmanager:us-east-1:1:secret:s\"}"))
                .containsExactly(
                        "rds-data:ExecuteStatement arn:aws:rds:us-east-1:1:cluster:c",
                        "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:1:secret:s");
    }

    @Test
    void the_url_of_a_queue_in_china_tells_its_partition() {
        assertThat(Needed.of(
                        "sqs:sendMessage",
                        "{\"QueueUrl\": \"https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q\"}"))
                .containsExactly("sqs:SendMessage arn:aws-cn:sqs:cn-north-1:123456789012:q");
    }

    @ParameterizedTest
    @CsvSource({"aws, arn:aws-us-gov:states", "aws-us-gov, arn:${AWS::Partition}:states"})
    void a_definition_is_in_the_partition_of_its_tasks(String given, String resource) {
        StateMachineDefinition definition = StateMachineDefinition.of(
                JsonDocument.parse("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s:::lambda:invoke",
                  "Parameters": {"FunctionName": "f"}, "End": true}}}""".formatted(resource)).root());

        Permissions permissions =
                Permissions.of(definition, new Deployment(given, "us-gov-west-1", "111122223333", "shop"));

        assertThat(Needed.lines(permissions))
                .containsExactly("lambda:InvokeFunction arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:f");
    }

    @Test
    void a_transaction_needs_what_its_items_do_each_on_its_table() {
        assertThat(
                        Needed.of(
                                "aws-sdk:dynamodb:transactWriteItems",
                                "{\"TransactItems\": [{\"Put\": {\"TableName\": \"a\"}}, {\"ConditionCheck\": {\"TableName\": \"b\"}}]}"))
                .containsExactly(
                        "dynamodb:ConditionCheckItem arn:aws:dynamodb:eu-west-1:111122223333:table/b",
                        "dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/a");
    }

    @Test
    void a_batch_of_items_is_on_the_tables_that_it_names() {
        assertThat(Needed.of("aws-sdk:dynamodb:batchWriteItem", "{\"RequestItems\": {\"a\": [], \"b\": []}}"))
                .containsExactly(
                        "dynamodb:BatchWriteItem arn:aws:dynamodb:eu-west-1:111122223333:table/a",
                        "dynamodb:BatchWriteItem arn:aws:dynamodb:eu-west-1:111122223333:table/b");
    }

    @Test
    void data_that_is_called_a_role_is_not_handed_on() {
        assertThat(Needed.of("aws-sdk:dynamodb:putItem", "{\"TableName\": \"t\", \"Item\": {\"Role\": \"admin\"}}"))
                .containsExactly("dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/t");
    }

    @Test
    void an_operation_that_is_not_known_is_told_and_allowed_nothing() {
        Permissions permissions = Needed.task("arn:aws:states:::aws-sdk:s3:frobnicate", "");

        assertThat(permissions.needs()).isEmpty();
        assertThat(permissions.policy().path("Statement")).isEmpty();
        assertThat(permissions.unknownStates()).containsExactly("Work");
        assertThat(Needed.messages(permissions))
                .singleElement()
                .asString()
                .contains("which actions s3:frobnicate needs is unknown");
    }

    @Test
    void a_service_that_is_not_known_is_told() {
        assertThat(Needed.task("arn:aws:states:::aws-sdk:nosuch:getThing", "").unknownStates())
                .containsExactly("Work");
    }
}
