package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.permission.Permissions.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    private static final String TWO_TASKS = """
            {"StartAt": "Store", "States": {
              "Store": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
                        "Parameters": {"TableName": "orders", "Item": {}}, "Next": "Load"},
              "Load": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
                       "Parameters": {"TableName": "orders", "Key": {}}, "Next": "Tell"},
              "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                       "Parameters": {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:paid", "Message": "m"}, "End": true}}}""";

    @Test
    void actions_on_the_same_resources_are_one_statement_and_statements_are_sorted() {
        assertThat(JsonText.pretty(Needed.machine(TWO_TASKS).policy())).isEqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": [
                        "dynamodb:GetItem",
                        "dynamodb:PutItem"
                      ],
                      "Resource": [
                        "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
                      ]
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "sns:Publish"
                      ],
                      "Resource": [
                        "arn:aws:sns:eu-west-1:111122223333:paid"
                      ]
                    }
                  ]
                }""");
    }

    @Test
    void a_need_tells_its_state_and_its_reason() {
        assertThat(Needed.machine(TWO_TASKS).needs())
                .contains(new Need(
                        "",
                        "sns:Publish",
                        "arn:aws:sns:eu-west-1:111122223333:paid",
                        null,
                        "Tell",
                        "calls sns:publish"));
    }

    @Test
    void what_a_task_does_under_another_role_is_in_the_policy_of_that_role() {
        Permissions permissions = Needed.task(
                "arn:aws:states:::dynamodb:getItem",
                "\"Credentials\": {\"RoleArn\": \"arn:aws:iam::999988887777:role/reader\"}, \"Parameters\": {\"TableName\": \"orders\"}");

        assertThat(permissions.policy().at("/Statement/0/Action/0").asString(""))
                .isEqualTo("sts:AssumeRole");
        assertThat(permissions.policy().path("Statement")).hasSize(1);
        assertThat(permissions.otherPolicies()).containsOnlyKeys("arn:aws:iam::999988887777:role/reader");
        assertThat(permissions
                        .otherPolicies()
                        .get("arn:aws:iam::999988887777:role/reader")
                        .at("/Statement/0/Action/0")
                        .asString(""))
                .isEqualTo("dynamodb:GetItem");
    }

    @Test
    void roles_of_like_names_have_files_of_their_own() {
        String task = """
                "%s": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", %s, "Parameters": {"TableName": "orders"},
                  "Credentials": {"RoleArn": "arn:aws:iam::999988887777:role/%s"}}""";
        Permissions permissions = Needed.machine("{\"StartAt\": \"One\", \"States\": {"
                + task.formatted("One", "\"Next\": \"Two\"", "team/reader") + ", "
                + task.formatted("Two", "\"End\": true", "team.reader") + "}}");

        assertThat(permissions.files("order"))
                .containsOnlyKeys(
                        "order.policy.json",
                        "order.policy.999988887777.team.reader.json",
                        "order.policy.999988887777.team.reader.2.json");
    }

    @Test
    void a_computed_resource_is_any_of_its_kind_and_a_question_at_its_state() {
        Permissions permissions = Needed.task(
                "arn:aws:states:::sqs:sendMessage",
                "\"Parameters\": {\"QueueUrl.$\": \"$.queue\", \"MessageBody\": \"m\"}");

        assertThat(Needed.lines(permissions)).containsExactly("sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:*");
        assertThat(permissions.questions()).singleElement().satisfies(question -> {
            assertThat(question.state()).isEqualTo("Work");
            assertThat(question.pointer()).hasToString("/States/Work");
            assertThat(question.message())
                    .isEqualTo(
                            "sqs:SendMessage is allowed on arn:aws:sqs:eu-west-1:111122223333:*, since QueueUrl is \"$.queue\"; narrow it to its possible values");
        });
    }

    @Test
    void arguments_in_jsonata_are_read_as_parameters_are() {
        Permissions permissions = Needed.machine("""
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
                        "Arguments": {"Bucket": "{% 'fixed' %}", "Key": "{% $states.input.key %}", "Body": "b"}, "End": true}}}""");

        assertThat(Needed.lines(permissions)).containsExactly("s3:PutObject arn:aws:s3:::fixed/*");
        assertThat(Needed.messages(permissions))
                .singleElement()
                .asString()
                .contains("Key is \"{% $states.input.key %}\"");
    }

    @Test
    void parameters_that_are_the_input_of_the_state_are_computed() {
        assertThat(Needed.lines(Needed.task("arn:aws:states:::dynamodb:putItem", "")))
                .containsExactly("dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/*");
    }

    @Test
    void a_function_is_invoked_by_its_arn_and_a_placeholder_is_taken_for_one() {
        assertThat(Needed.lines(Needed.task("arn:aws:lambda:us-east-1:123456789012:function:charge:live", "")))
                .containsExactly("lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:charge:live");

        Permissions placeholder = Needed.task("${ChargeFunctionArn}", "");
        assertThat(Needed.lines(placeholder)).containsExactly("lambda:InvokeFunction ${ChargeFunctionArn}");
        assertThat(Needed.messages(placeholder))
                .singleElement()
                .asString()
                .contains("is taken for the ARN of a Lambda function");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:states:::${Service}:call",
                "arn:aws:states:us-east-1:123456789012:stateMachine:child",
                "arn:aws:sqs:us-east-1:123456789012:orders"
            })
    void a_resource_that_no_task_calls_as_it_stands_is_told_and_allowed_nothing(String resource) {
        Permissions permissions = Needed.task(resource, "");

        assertThat(permissions.needs()).isEmpty();
        assertThat(Needed.messages(permissions))
                .singleElement()
                .asString()
                .startsWith("Resource \"" + resource + "\" is not a function, activity or integration");
    }

    @Test
    void a_distributed_map_runs_executions_of_its_own_machine_and_reads_and_writes_objects() {
        Permissions permissions = Needed.machine("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "each",
                  "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "in", "Key": "a.csv"},
                                 "ReaderConfig": {"InputType": "CSV"}},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {
                     "P": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                           "Parameters": {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": "m"}, "End": true}}},
                  "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "jobs"}},
                  "End": true}}}""");

        assertThat(Needed.lines(permissions))
                .containsExactly(
                        "s3:AbortMultipartUpload arn:aws:s3:::out/jobs/*",
                        "s3:GetObject arn:aws:s3:::in/a.csv",
                        "s3:GetObject arn:aws:s3:::out/jobs/*",
                        "s3:ListMultipartUploadParts arn:aws:s3:::out/jobs/*",
                        "s3:PutObject arn:aws:s3:::out/jobs/*",
                        "sns:Publish arn:aws:sns:eu-west-1:111122223333:t",
                        "states:DescribeExecution arn:aws:states:eu-west-1:111122223333:execution:shop:*",
                        "states:RedriveExecution arn:aws:states:eu-west-1:111122223333:execution:shop/each:*",
                        "states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:shop",
                        "states:StopExecution arn:aws:states:eu-west-1:111122223333:execution:shop:*");
        assertThat(permissions.questions()).isEmpty();
    }

    @Test
    void a_distributed_map_over_a_listing_lists_with_its_prefix() {
        Permissions permissions = Needed.machine("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map",
                  "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "in", "Prefix": "a/"}},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "P", "States": {
                     "P": {"Type": "Pass", "End": true}}},
                  "End": true}}}""");

        assertThat(Needed.lines(permissions))
                .contains(
                        "s3:ListBucket arn:aws:s3:::in {\"StringLike\":{\"s3:prefix\":\"a/\"}}",
                        "s3:GetObject arn:aws:s3:::in/a/*");
    }

    @Test
    void a_machine_without_a_name_that_needs_itself_is_asked_for_it() {
        StateMachineDefinition definition =
                StateMachineDefinition.of(JsonDocument.parse("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true}}}""").root());

        Permissions permissions = Permissions.of(definition, Deployment.ANYWHERE);

        assertThat(permissions.needs()).extracting(Need::resource).contains("arn:aws:states:*:*:stateMachine:*");
        assertThat(Needed.messages(permissions)).singleElement().asString().contains("its name is unknown");
    }

    @Test
    void logs_and_traces_are_in_the_policy_on_request() {
        StateMachineDefinition definition =
                StateMachineDefinition.of(JsonDocument.parse(TWO_TASKS).root());

        assertThat(Permissions.of(definition, Needed.SHOP, Setting.of(true, true))
                        .needs())
                .extracting(Need::action)
                .contains("logs:CreateLogDelivery", "xray:PutTraceSegments");
        assertThat(Needed.machine(TWO_TASKS).needs())
                .extracting(Need::action)
                .noneMatch(action -> action.startsWith("logs:") || action.startsWith("xray:"));
    }

    @Test
    void the_role_is_for_machines_of_its_account_where_that_is_known() {
        assertThat(JsonText.compact(Needed.machine(TWO_TASKS).trust()))
                .contains(
                        "\"Service\":\"states.amazonaws.com\"",
                        "\"aws:SourceAccount\":\"111122223333\"",
                        "\"aws:SourceArn\":\"arn:aws:states:eu-west-1:111122223333:stateMachine:*\"");
        StateMachineDefinition definition =
                StateMachineDefinition.of(JsonDocument.parse(TWO_TASKS).root());
        assertThat(Permissions.of(definition, Deployment.ANYWHERE).trust().toString())
                .doesNotContain("Condition");
    }

    @Test
    void other_partitions_and_placeholders_stand_in_arns_that_are_made() {
        StateMachineDefinition definition =
                StateMachineDefinition.of(JsonDocument.parse(TWO_TASKS).root());
        Deployment china = new Deployment("aws-cn", "${AWS::Region}", "${AWS::AccountId}", "shop");

        assertThat(Permissions.of(definition, china).needs())
                .extracting(Need::resource)
                .contains("arn:aws-cn:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders");
    }

    @Test
    void a_machine_is_called_after_its_file_if_it_can_be() {
        assertThat(Needed.SHOP.ofFile("order-flow").machine()).isEqualTo("order-flow");
        assertThat(Needed.SHOP.ofFile("order flow").machine()).isEqualTo("*");
        assertThat(Needed.SHOP.ofFile("a:b").machine()).isEqualTo("*");
    }

    @Test
    void resources_that_another_covers_are_left_out_of_the_policy() {
        Permissions permissions = Needed.machine("""
                {"StartAt": "One", "States": {
                  "One": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key": "a"}, "Next": "All"},
                  "All": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key.$": "$.k"}, "End": true}}}""");

        assertThat(Needed.lines(permissions)).hasSize(2);
        assertThat(JsonText.compact(permissions.policy())).contains("\"Resource\":[\"arn:aws:s3:::b/*\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Parameters\": 1",
                "\"Parameters\": []",
                "\"Parameters\": null",
                "\"Parameters\": {\"Entries\": 1}",
                "\"Parameters\": {\"Entries\": [1]}",
                "\"Parameters\": {\"Entries\": [{\"EventBusName\": {}}]}",
                "\"Credentials\": 1",
                "\"Parameters\": {\"TransactItems\": [{\"Put\": 1}], \"RequestItems\": []}"
            })
    void fields_of_other_kinds_are_read_as_far_as_they_go(String field) {
        for (String call : List.of(
                "events:putEvents",
                "aws-sdk:dynamodb:transactWriteItems",
                "http:invoke",
                "ecs:runTask.sync",
                "lambda:invoke")) {
            assertThat(Needed.task("arn:aws:states:::" + call, field).needs())
                    .as(call)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west-1:111122223333:function:charge", ":function:charge", "", " "})
    void a_function_that_lambda_would_not_find_is_allowed_as_it_is_written(String name) {
        assertThat(Needed.of("lambda:invoke", "{\"FunctionName\": \"%s\"}".formatted(name)))
                .singleElement()
                .asString()
                .startsWith("lambda:InvokeFunction arn:aws:lambda:eu-west-1:")
                .endsWith(name);
    }

    @Test
    void a_placeholder_that_begins_with_an_arn_is_one() {
        assertThat(Needed.of("lambda:invoke", "{\"FunctionName\": \"${ChargeArn}:$LATEST\"}"))
                .containsExactly("lambda:InvokeFunction ${ChargeArn}:$LATEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "eu:west"})
    void a_part_of_an_arn_has_no_colon_and_is_not_empty(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment("aws", part, "*", "*"))
                .withMessageContaining("is no part of an ARN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111-2222-3333", "111122223333 ", "shop"})
    void an_account_that_is_no_id_is_refused(String account) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment("aws", "*", account, "*"))
                .withMessageContaining("an account id must have twelve digits, found \"" + account + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "arn:aws:lambda:eu-west-1:111122223333:function:f | {} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:f",
                "arn:aws:states:::lambda:invoke.waitForTaskToken | {'FunctionName': 'f:live'} | lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:f:live",
                "arn:aws:states:::glue:startJobRun.sync | {'JobName': 'j'} | glue:StartJobRun arn:aws:glue:eu-west-1:111122223333:job/j",
                "arn:aws:states:::aws-sdk:s3:getObject | {'Bucket': 'b', 'Key': '{% $k %}'} | s3:GetObject arn:aws:s3:::b/{% $k %}",
                "arn:aws:states:::aws-sdk:s3:copyObject | {'Bucket': 'b', 'Key': 'k', 'CopySource': '/b/%73ecret%20a+b%2A?versionId=1'} | s3:GetObject arn:aws:s3:::b/secret a+b*,s3:PutObject arn:aws:s3:::b/k",
                "arn:aws:states:::aws-sdk:s3:copyObject | {'Bucket': 'b', 'Key': 'k', 'CopySource': 'b/100%'} | s3:GetObject arn:aws:s3:::b/100%,s3:PutObject arn:aws:s3:::b/k",
                "arn:aws:states:::athena:startQueryExecution | {'QueryString': 'SELECT 1', 'WorkGroup': 'w'} | athena:StartQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/w",
                "arn:aws:states:eu-west-1:111122223333:activity:a | {} | ",
                "charge | {} | ",
                "arn:aws:states:::nosuch:call | {} | "
            })
    void a_call_that_is_made_needs_what_it_names(String resource, String parameters, String needs) {
        Permissions call = Permissions.ofCall(
                resource, JsonDocument.parse(parameters.replace('\'', '"')).root(), Needed.SHOP);

        assertThat(String.join(",", Needed.lines(call))).isEqualTo(needs == null ? "" : needs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "eu", "eu-west", "EU-WEST-1", "euwest1", "eu-west-1a"})
    void a_region_looks_like_one(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment("aws", region, "*", "*"))
                .withMessage("a region must have a name such as eu-west-1, found \"" + region
                        + "\"; give * for any, or a placeholder such as ${AWS::Region}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu-west-1",
                "us-gov-west-1",
                "eusc-de-east-1",
                "ap-southeast-12",
                "*",
                "${AWS::Region}",
                "<REGION>"
            })
    void regions_may_be_new_or_filled_in_later(String region) {
        assertThat(new Deployment("aws", region, "*", "*").arn("sqs", "q")).contains(":sqs:" + region + ":");
    }
}
