package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.MockResponseValidationMode;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** What TestState asks of the mocked result of a service. */
class MockedResultTest extends ServerTest {
    private String output(String resource, String result, MockResponseValidationMode mode) {
        return sfn.testState(r -> r.definition(
                                "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::" + resource + "\",\"End\":true}")
                        .mock(m -> m.result(result).fieldValidationMode(mode)))
                .output();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "states:startExecution | {\"ExecutionArn\":1} | Field 'ExecutionArn' must be a string",
                "states:startExecution | {\"ExecutionArn\":\"a\",\"StartDate\":5} | Field 'StartDate' must be a string",
                "states:startExecution.sync:2 | {\"Status\":\"DONE\"} | Field 'Status' is not an expected value",
                "events:putEvents | {\"Entries\":{}} | Field 'Entries' must be an array",
                "aws-sdk:eventbridge:putEvents | {\"Entries\":[{\"EventId\":1}]} | Field 'EventId' must be a string",
                "dynamodb:getItem | {\"Item\":{\"id\":{\"S\":1}}} | Field 'S' must be a string",
                "dynamodb:getItem | {\"Item\":[]} | Field 'Item' must be an object",
                "aws-sdk:kms:encrypt | {\"CiphertextBlob\":\"\"} | Field 'CiphertextBlob' is smaller than the minimum length",
                "aws-sdk:lambda:getFunction | {\"Configuration\":{\"MemorySize\":127}} | Field 'MemorySize' is less than the minimum value",
                "aws-sdk:lambda:getFunction | {\"Configuration\":{\"MemorySize\":10241}} | Field 'MemorySize' exceeds the maximum value",
                "aws-sdk:sqs:receiveMessage | {\"Messages\":[{\"Attributes\":{\"SentTimestamp\":1}}]} | Field 'SentTimestamp' must be a string",
                "aws-sdk:ec2:describeInstances | {\"Reservations\":[{\"Instances\":[{\"State\":{\"Name\":\"on\"}}]}]} | Field 'Name' is not an expected value",
                "aws-sdk:rds:createDBInstance | {\"DbInstance\":{\"AllocatedStorage\":\"20\"}} | Field 'AllocatedStorage' must be a number",
                "aws-sdk:workspacesweb:listPortals | {\"Portals\":[{\"PortalArn\":\"short\"}]} | Field 'PortalArn' is smaller than the minimum length",
                "mediaconvert:createJob.sync | {\"Job\":{\"Status\":\"DONE\"}} | Field 'Status' is not an expected value",
                "bedrock:createModelCustomizationJob.sync | {\"Status\":\"DONE\"} | Field 'Status' is not an expected value",
                "databrew:startJobRun | {\"RunId\":\"\"} | Field 'RunId' is smaller than the minimum length",
                "eks:createCluster.sync | {\"Cluster\":{\"Status\":\"DONE\"}} | Field 'Status' is not an expected value",
                "emr-containers:startJobRun.sync | {\"JobRun\":[]} | Field 'JobRun' must be an object",
                "emr-serverless:startJobRun | {\"JobRunId\":1} | Field 'JobRunId' must be a string",
                "emr-serverless:startJobRun.sync | {\"JobRun\":{\"State\":\"DONE\"}} | Field 'State' is not an expected value",
                "sagemaker:createModel | {\"ModelArn\":1} | Field 'ModelArn' must be a string",
                "sagemaker:createTrainingJob.sync | {\"TrainingJobStatus\":\"DONE\"} | Field 'TrainingJobStatus' is not an expected value",
            })
    void members_that_are_there_are_checked_in_both_modes(String resource, String result, String problem) {
        assertThatThrownBy(() -> output(resource, result, MockResponseValidationMode.PRESENT))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Mock result schema validation error: " + problem);
        assertThat(output(resource, result, MockResponseValidationMode.NONE)).isEqualTo(result);
    }

    @Test
    void members_that_are_required_must_be_there_in_strict_mode_only() {
        String incomplete = "{\"executionArn\":\"a\",\"startDate\":\"now\"}";

        assertThatThrownBy(() -> output("states:startExecution", incomplete, null))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Required field 'ExecutionArn' is missing");
        assertThat(output("states:startExecution", incomplete, MockResponseValidationMode.PRESENT))
                .isEqualTo(incomplete);
    }

    @ParameterizedTest
    @CsvSource({
        "lambda:invoke, '{\"Payload\":{\"any\":1},\"Other\":1}'",
        "sqs:sendMessage.waitForTaskToken, '{\"MessageId\":1}'",
        "databrew:startJobRun.sync, '{\"State\":1}'",
        "aws-sdk:s3:selectObjectContent, '{\"Payload\":1}'",
        "aws-sdk:ec2:describeInstances, '{\"NewMember\":1}'",
        "aws-sdk:codeartifact:describePackage, '{\"PackageValue\":{\"Name\":\"p\"}}'",
        "aws-sdk:ssm:getParameter, '{\"Parameter\":{\"ARN\":\"a\",\"Arn\":\"a\"}}'",
        "elasticmapreduce:addStep, '{\"StepId\":1}'",
        "states:startExecution.sync:2, '{\"ExecutionArn\":\"a\",\"Output\":{\"n\":1},\"StartDate\":\"now\",\"StateMachineArn\":\"m\",\"Status\":\"SUCCEEDED\"}'"
    })
    void what_no_model_tells_of_is_not_checked(String resource, String result) {
        assertThat(output(resource, result, MockResponseValidationMode.STRICT)).isEqualTo(result);
    }
}
