package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stepwright.asl.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ServiceValidatorTest {
    private static List<String> validate(String definition) {
        return ServiceValidator.validate(definition, WorkflowType.STANDARD).stream()
                .map(ServiceDiagnostic::toString)
                .toList();
    }

    @Test
    void missing_fields_of_one_object_are_one_finding() {
        assertThat(validate("{}"))
                .containsExactly("SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /");
    }

    @Test
    void a_blank_text_is_no_object() {
        assertThat(validate(" ")).containsExactly("SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object");
    }

    @Test
    void a_broken_text_is_shown_with_its_place() {
        assertThat(ServiceValidator.validate("not a definition", WorkflowType.STANDARD))
                .containsExactly(new ServiceDiagnostic(
                        Severity.ERROR,
                        "INVALID_JSON_DESCRIPTION",
                        "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n"
                                + " at [Source: (String)\"not a definition\"; line: 1, column: 4]",
                        "[Source: (String)\"not a definition\"; line: 1, column: 4]"));
    }

    @Test
    void a_broken_text_is_told_in_the_words_of_the_jackson_that_aws_has() {
        assertThat(ServiceValidator.validate("{a: 1}", WorkflowType.STANDARD))
                .extracting(ServiceDiagnostic::message)
                .containsExactly(
                        "Unexpected character ('a' (code 97)): was expecting double-quote to start field name\n"
                                + " at [Source: (String)\"{a: 1}\"; line: 1, column: 2]");
        assertThat(ServiceValidator.validate("{\"a\": [", WorkflowType.STANDARD))
                .extracting(ServiceDiagnostic::message)
                .containsExactly(
                        "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\": [\"; line: 1, column: 7])\n"
                                + " at [Source: (String)\"{\"a\": [\"; line: 1, column: 8]");
    }

    @Test
    void a_broken_text_is_shown_as_far_as_its_first_500_characters() {
        String start = "{\n\t\"Comment\": \"" + "x".repeat(500 - 15);

        assertThat(ServiceValidator.validate(start + "abcdefg\", 1", WorkflowType.STANDARD))
                .extracting(ServiceDiagnostic::location)
                .containsExactly("[Source: (String)\"" + start.replace("\t", "\\u0009")
                        + "\"[truncated 11 chars]; line: 2, column: 509]");
    }

    @Test
    void a_name_or_label_that_stands_twice_is_told_under_its_own_code() {
        String map = "{\"Type\": \"Map\", \"Label\": \"l\", \"End\": true, \"ItemProcessor\": {\"StartAt\": \"I\","
                + " \"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"EXPRESS\"},"
                + " \"States\": {\"I\": {\"Type\": \"Succeed\"}}}}";

        List<ServiceDiagnostic> found = ServiceValidator.validate("""
                {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "L", "States": {"L": %s}}, {"StartAt": "R", "States": {"R": %s}}]}}}""".formatted(map, map), WorkflowType.STANDARD);

        assertThat(found)
                .extracting(ServiceDiagnostic::code, ServiceDiagnostic::location)
                .containsExactly(
                        tuple("DUPLICATE_LABEL_NAME", "/States/P/Branches[1]/States/R/Label"),
                        tuple("DUPLICATE_STATE_NAME", "/States/P/Branches[1]/States/R/ItemProcessor/States/I"));
        assertThat(found.get(1).message()).isEqualTo("Duplicate State name: I");
    }

    @Test
    void missing_targets_come_before_states_that_are_not_reached_each_by_name() {
        assertThat(validate("""
                                {"StartAt": "one", "States": {"one": {"Type": "Pass", "Next": "three"}, "two": {"Type": "Pass", "End": true}}}"""))
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: three at /States/one/Next",
                        "MISSING_TRANSITION_TARGET: State \"two\" is not reachable. at /States/two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Type": "Task", "Resource": "r", "End": true | SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN at /States/S/Resource
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.sync", "End": true | SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::sqs:sendMessage.sync is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource
            "Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ItemReader": {"Resource": "r"}, "End": true | SCHEMA_VALIDATION_FAILED: The field 'Resource' does not match any of the allowed values at /States/S/ItemReader/Resource
            "Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ResultWriter": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {}}, "End": true | SCHEMA_VALIDATION_FAILED: The field 'Resource' does not match any of the allowed values at /States/S/ResultWriter/Resource
            "Type": "Map", "QueryLanguage": "JSONata", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}}, "End": true | SCHEMA_VALIDATION_FAILED: These fields are required: [Arguments] at /States/S/ResultWriter
            "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {"ApiEndpoint": "a.example", "Method": "GET", "Authentication": {}}, "End": true | SCHEMA_VALIDATION_FAILED: The value for the 'ApiEndpoint' field is not valid at /States/S/Parameters
            "Type": "Pass", "Next": "S", "End": true | SCHEMA_VALIDATION_FAILED: There should only be one of the following fields: [Next, End] at /States/S
            "Type": "Pass" | SCHEMA_VALIDATION_FAILED: This object should have only one of the following fields: [Next, End] at /States/S
            "Type": "Wait", "Seconds": 1, "SecondsPath": "$.s", "End": true | SCHEMA_VALIDATION_FAILED: There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp] at /States/S
            "Type": "Fail", "Error": "E", "ErrorPath": "$.e" | SCHEMA_VALIDATION_FAILED: There should only be one of the following fields: [Error, ErrorPath] at /States/S
            "Type": "Map", "End": true | SCHEMA_VALIDATION_FAILED: This object should have only one of the following fields: [ItemProcessor, Iterator] at /States/S
            "Type": "Choice", "Choices": [{"And": [{"Variable": "$.a", "IsNull": true}], "Variable": "$.b", "IsNull": true, "Next": "S"}] | SCHEMA_VALIDATION_FAILED: The object must have only one of the following fields, [And, Or, Not, Variable, Condition] at /States/S/Choices[0]
            "Type": "Choice", "Choices": [{"IsNull": true, "Next": "S"}] | SCHEMA_VALIDATION_FAILED: The object must have only one of the following fields, [And, Or, Not, Variable, Condition] at /States/S/Choices[0]
            "Type": "Pass", "InputPath": "order", "End": true | SCHEMA_VALIDATION_FAILED: Value must be a valid JSONPath. at /States/S/InputPath
            "Type": "Pass", "ResultPath": "order", "End": true | SCHEMA_VALIDATION_FAILED: Value must be a valid JSONPath. at /States/S/ResultPath
            "Type": "Pass", "ResultPath": "$.order[*]", "End": true | SCHEMA_VALIDATION_FAILED: Value is not a Reference Path at /States/S/ResultPath
            "Type": "Choice", "Choices": [{"Variable": "order", "IsNull": true, "Next": "S"}] | SCHEMA_VALIDATION_FAILED: Value is not a Reference Path: Reference path didn't start with '$' at /States/S/Choices[0]/Variable
            "Type": "Choice", "Choices": [{"Variable": "$.a", "StringEqualsPath": "b", "Next": "S"}] | SCHEMA_VALIDATION_FAILED: Value is not a Reference Path: Reference path didn't start with '$' at /States/S/Choices[0]/StringEqualsPath
            "Type": "Choice", "Choices": [{"Variable": "States.ArrayLength($.a)", "NumericEquals": 0, "Next": "S"}] | SCHEMA_VALIDATION_FAILED: Value is not a Reference Path: Reference path didn't start with '$' at /States/S/Choices[0]/Variable
            "Type": "Choice", "Choices": [{"Variable": "$.a", "StringEqualsPath": "States.UUID()", "Next": "S"}] | SCHEMA_VALIDATION_FAILED: Value is not a Reference Path: Reference path didn't start with '$' at /States/S/Choices[0]/StringEqualsPath
            "Type": "Choice", "Choices": [{"Variable": "$.a", "StringEqualsPath": 1, "Next": "S"}] | SCHEMA_VALIDATION_FAILED: Expected value of type [STRING] at /States/S/Choices[0]/StringEqualsPath
            "Type": "Pass", "Assign": {"a b": 1}, "End": true | INVALID_VARIABLE_NAME: Invalid variable name 'a b': the variable name contains invalid characters. at /States/S/Assign
            "Type": "Pass", "Assign": {"states": 1}, "End": true | RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. at /States/S/Assign
            "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1", "End": true | SCHEMA_VALIDATION_FAILED: JSONata string must start with {% and end with %} at /States/S/Output
            "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {}, "End": true | SCHEMA_VALIDATION_FAILED: The field 'TaskDefinition' is required but was missing at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j", "JobDefinition.$": "$.d", "JobQueue": "q", "Comment": "why"}, "End": true | SCHEMA_VALIDATION_FAILED: The field "Comment" is not supported by Step Functions at /States/S/Parameters
            "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f", "payload": {}}, "End": true | SCHEMA_VALIDATION_FAILED: The field "payload" is not supported by Step Functions at /States/S/Arguments
            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:qurey", "Parameters": {}, "End": true | SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::aws-sdk:dynamodb:qurey is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource
            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describe-instances", "Parameters": {}, "End": true | SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::aws-sdk:ec2:describe-instances is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource
            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrock-agentcore:invokeAgentRuntime", "Parameters": {}, "End": true | SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::aws-sdk:bedrock-agentcore:invokeAgentRuntime is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource
            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:stepfunctions:startExecution", "Parameters": {}, "End": true | SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::aws-sdk:stepfunctions:startExecution is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource
            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamdb:putItem", "Parameters": {}, "End": true | SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::aws-sdk:dynamdb:putItem is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource
            "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "Parameters": {"ModelName": "m", "ExecutionRoleArn": "r", "Tags": [{"key": "k", "Value": "v"}]}, "End": true | SCHEMA_VALIDATION_FAILED: The field "key" is not supported by Step Functions at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "Parameters": {"JobName": "j", "JobDefinition": "d", "JobQueue": "q", "ArrayProperties": {"Size": "5"}}, "End": true | SCHEMA_VALIDATION_FAILED: The value for the field 'Size' must be an INTEGER at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createEndpoint", "Parameters": {"EndpointConfigName": "c", "EndpointName": "e", "Tags": {"Key": "k"}}, "End": true | SCHEMA_VALIDATION_FAILED: Cannot deserialize instance of `java.util.ArrayList` out of START_OBJECT token at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {"TableName": "t", "Item": {"is": {"BOOL": "input"}}}, "End": true | SCHEMA_VALIDATION_FAILED: Cannot deserialize value of type `java.lang.Boolean` from String "input": only "true" or "false" recognized at /States/S/Parameters
            "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::glue:startJobRun", "Arguments": {"JobName": "j", "Arguments": {"--n": 5, "--m": "{% 1 %}"}}, "End": true | SCHEMA_VALIDATION_FAILED: The value for the field '--n' must be a STRING at /States/S/Arguments
            "Type": "Task", "Resource": "arn:aws:states:::eks:createCluster", "Parameters": {"Name": "c", "RoleArn": 5, "ResourcesVpcConfig": {}}, "End": true | SCHEMA_VALIDATION_FAILED: The value for the field 'RoleArn' must be a STRING at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "t", "NetworkConfiguration": 5}, "End": true | SCHEMA_VALIDATION_FAILED: The value of the field 'NetworkConfiguration' has an invalid format at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {"ApiEndpoint": "https://a.example.com", "Method": "GET", "InvocationConfig": {"ConnectionArn": "c"}, "Body": {}}, "End": true | SCHEMA_VALIDATION_FAILED: The field "Body" is not supported by Step Functions at /States/S/Parameters
            "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a", "Credentials": {"RoleArn": "r"}, "End": true | SCHEMA_VALIDATION_FAILED: The field 'Credentials' is not supported for activities at /States/S/Credentials
            "Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "Label": "a23456789b23456789c23456789d23456789e23456", "End": true | INVALID_LABEL_NAME: Invalid Label name: Label 'a23456789b23456789c23456789d23456789e23456' exceeds the 40-character limit allowed by the service at /States/S/Label
            "Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV"}, "Parameters": {}}, "End": true | SCHEMA_VALIDATION_FAILED: The field 'CSVHeaderLocation' is required at /States/S/ItemReader/ReaderConfig
            "Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON", "CSVHeaderLocation": "FIRST_ROW"}, "Parameters": {}}, "End": true | SCHEMA_VALIDATION_FAILED: Field 'CSVHeaderLocation' is not supported at /States/S/ItemReader/ReaderConfig
            "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ToleratedFailurePercentage": -1, "End": true | SCHEMA_VALIDATION_FAILED: Minimum value is 0.0 at /States/S/ToleratedFailurePercentage
            "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ToleratedFailurePercentage": 100.5, "End": true | SCHEMA_VALIDATION_FAILED: Maximum value is 100.0 at /States/S/ToleratedFailurePercentage
            "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ItemBatcher": {"MaxItemsPerBatch": -1}, "End": true | SCHEMA_VALIDATION_FAILED: Minimum value is 0 at /States/S/ItemBatcher/MaxItemsPerBatch
            "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"}, "ReaderConfig": {"InputType": "JSON", "MaxItems": 100000001}}, "End": true | SCHEMA_VALIDATION_FAILED: Maximum value is 100000000 at /States/S/ItemReader/ReaderConfig/MaxItems
            "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "MaxConcurrencyPath": "$$.Execution.Input.n", "End": true | SCHEMA_VALIDATION_FAILED: Value is not a Reference Path at /States/S/MaxConcurrencyPath
            "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": -1}], "End": true | SCHEMA_VALIDATION_FAILED: Minimum value is 0 at /States/S/Retry[0]/IntervalSeconds
            "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Retry": [{"ErrorEquals": ["States.ALL", "E"]}], "End": true | SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and at end of list at /States/S/Retry[0]/ErrorEquals[0]
            """)
    void what_is_refused_is_told_in_the_words_of_the_service(String fields, String told) {
        assertThat(validate("{\"StartAt\": \"S\", \"States\": {\"S\": {" + fields + "}}}"))
                .containsExactly(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"StartAt": "S", "TimeoutSeconds": 0, "States": {"S": {"Type": "Succeed"}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Map", "ItemBatcher": {"MaxItemsPerBatch": 0}, "ItemProcessor": {"ProcessorConfig":
                  {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
                  "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 0}], "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                  "Parameters": {"Message": "m"}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Parameters": {"FunctionName": "f", "TaskToken.$": "$$.Task.Token"}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
                  "Parameters": {"TableNames": "t"}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
                  "Parameters": {"TaskDefinition": "t", "EnableEcsManagedTags": true}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob",
                  "Parameters": {"JobName": "j", "JobDefinition": "d", "JobQueue": "q", "RetryStrategy": {"attempts": 5},
                  "ArrayProperties": {"Siz.$": "$.size"}}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
                  "Parameters": {"TableName": "t", "Item": {"a": "short", "b": {"Bool": "true"}, "c": {"NULL": true}}}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "t",
                  "NetworkConfiguration": {"AwsVpcConfiguration": {"Subnets": ["s"]}}, "Overrides": "short"}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "Parameters": {
                  "ApiEndpoint": "a", "Method": "GET", "Headers": {"a": "b"}}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::eks:call", "Parameters": {"ClusterName": "c",
                  "CertificateAuthority": "a", "Endpoint": "https://a.example.com", "Method": "GET", "Path": "/", "QueryParameters": {"a": "b"}},
                  "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::eks:runJob", "Parameters": {"ClusterName": "c",
                  "CertificateAuthority": "a", "Endpoint": "https://a.example.com", "LogOptions": {"Other": 1}, "Job": {}}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sesv3:sendEmail",
                  "Parameters": {}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV3",
                  "Parameters": {"Bucket": "b", "MaxKeys": 1}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:dreamOfSheep",
                  "Parameters": {}, "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {
                  "ApiEndpoint": "https://a.example.com", "Method": "GET", "InvocationConfig": {"ConnectionArn": "c", "Other": 1}},
                  "End": true}}}""", """
                {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
                  "Parameters": {"TableName": "t", "Limit": "5", "ExclusiveStartKey": {"a": {"STR": "s"}}}, "End": true}}}"""})
    void some_of_what_cannot_go_well_is_accepted(String definition) {
        assertThat(validate(definition)).isEmpty();
    }

    @Test
    void a_name_that_is_too_long_is_told_with_the_limit() {
        String name = "s".repeat(81);

        assertThat(validate(
                        "{\"StartAt\": \"%s\", \"States\": {\"%s\": {\"Type\": \"Succeed\"}}}".formatted(name, name)))
                .containsExactly("INVALID_STATE_NAME: Invalid State name: State '" + name
                        + "' exceeds the 80-character limit allowed by the service at /States/" + name);
    }

    @Test
    void of_lost_states_that_follow_one_another_the_first_is_told() {
        assertThat(validate("""
                                {"StartAt": "Not sure", "States": {"Pass One": {"Type": "Pass", "Next": "Success"}, "Success": {"Type": "Succeed"}}}"""))
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Not sure at /StartAt",
                        "MISSING_TRANSITION_TARGET: State \"Pass One\" is not reachable. at /States/Pass One");
    }

    @Test
    void a_distributed_map_is_no_part_of_an_express_workflow() {
        String machine = """
                {"StartAt": "S", "States": {"S": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}},
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}}}}}""";

        assertThat(ServiceValidator.validate(machine, WorkflowType.STANDARD)).isEmpty();
        assertThat(ServiceValidator.validate(machine, WorkflowType.EXPRESS))
                .extracting(ServiceDiagnostic::toString)
                .containsExactly(
                        "SCHEMA_VALIDATION_FAILED: The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines at /States/S/ItemProcessor/ProcessorConfig/Mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "[]", "\"$states.input.ok\""})
    void a_condition_that_is_no_boolean_and_no_expression_has_the_wrong_type(String condition) {
        assertThat(validate("""
                                {"StartAt": "S", "QueryLanguage": "JSONata", "States": {
                                  "S": {"Type": "Choice", "Choices": [{"Condition": %s, "Next": "Z"}]}, "Z": {"Type": "Succeed"}}}""".formatted(condition)))
                .containsExactly(
                        "SCHEMA_VALIDATION_FAILED: Expected value of type [BOOLEAN] at /States/S/Choices[0]/Condition");
    }

    @Test
    void the_graph_is_not_looked_at_while_there_are_schema_errors() {
        assertThat(validate("""
                                {"StartAt": "S", "States": {"S": {"Type": "Pass", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}]}, "Z": {"Type": "Succeed"}}}"""))
                .containsExactly("SCHEMA_VALIDATION_FAILED: Field 'Catch' is not supported at /States/S");
    }

    @Test
    void a_workflow_without_end_replaces_the_states_that_are_not_reached() {
        assertThat(validate("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"Nowhere\"}, "
                        + "\"B\": {\"Type\": \"Pass\", \"Next\": \"A\"}}}"))
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere at /States/A/Next",
                        "MISSING_END_STATE: Workflow has no terminal state");
    }

    @Test
    void the_answers_that_the_service_gave_are_given() throws IOException {
        List<Path> files = Shared.files(Shared.folder("conformance/validate"), "");
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            JsonNode request = Shared.json(file).path("request");
            JsonNode response = Shared.json(file).path("expect").path("response");
            List<ServiceDiagnostic> given = ServiceValidator.validate(
                            request.path("definition").asString(""),
                            WorkflowType.valueOf(request.path("type").asString("STANDARD")))
                    .stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .toList();
            if (!isAnswer(response.path("diagnostics"), given)) {
                differences.add(file.getFileName() + ": " + given + " instead of " + response.path("diagnostics"));
            }
        }
        System.out.println("conformance/validate: " + (files.size() - differences.size()) + " of " + files.size());

        assertThat(differences).isEmpty();
    }

    private static boolean isAnswer(JsonNode expected, List<ServiceDiagnostic> given) {
        if (expected.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            ServiceDiagnostic diagnostic = given.get(i);
            if (!matches(expected.get(i).path("code"), diagnostic.code())
                    || !matches(expected.get(i).path("message"), diagnostic.message())
                    || diagnostic.location() != null
                            && !matches(expected.get(i).path("location"), diagnostic.location())) {
                return false;
            }
        }
        return true;
    }

    /** {@code <?name?>} in a recording stands for any text. */
    private static boolean matches(JsonNode recorded, String given) {
        String pattern = Pattern.quote(recorded.asString("")).replaceAll("<\\?\\w+\\?>", "\\\\E.*\\\\Q");
        return given.matches("(?s)" + pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "Parameters, '', lambda:invoke",
        "Parameters, '', states:startExecution.sync:2",
        "Parameters, '', aws-sdk:neptune:describeDBClusters",
        "Arguments, '\"QueryLanguage\": \"JSONata\",', lambda:invoke"
    })
    void an_integration_without_parameters_is_refused_where_a_machine_is_made(
            String field, String more, String called) {
        String resource = "arn:aws:states:::" + called;
        String definition =
                "{%s \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"%s\", \"Next\": \"B\"}}}"
                        .formatted(more, resource);

        assertThat(ServiceValidator.refusals(definition, WorkflowType.STANDARD))
                .containsExactly(new ServiceDiagnostic(
                        Severity.ERROR,
                        "SCHEMA_VALIDATION_FAILED",
                        field + " field is required for resource ARN: " + resource,
                        "/States/A/Resource"));
        assertThat(validate(definition)).noneMatch(finding -> finding.contains("is required"));
    }
}
