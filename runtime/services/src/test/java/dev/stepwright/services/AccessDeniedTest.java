package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the services name and word that a call is not allowed. */
class AccessDeniedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:lambda:us-east-1:123456789012:function:f | Lambda.AWSLambdaException | no (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: 7; Proxy: null)",
                "arn:aws:states:::lambda:invoke.waitForTaskToken | Lambda.AWSLambdaException | no (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: 7; Proxy: null)",
                "arn:aws:states:::dynamodb:getItem | DynamoDB.AmazonDynamoDBException | no (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException; Request ID: 7; Proxy: null)",
                "arn:aws:states:::ecs:runTask.sync | ECS.AccessDeniedException | no (Service: AmazonECS; Status Code: 400; Error Code: AccessDeniedException; Request ID: 7; Proxy: null)",
                "arn:aws:states:::sqs:sendMessage | SQS.AmazonSQSException | no (Service: AmazonSQS; Status Code: 403; Error Code: AccessDenied; Request ID: 7; Proxy: null)",
                "arn:aws:states:::sns:publish | SNS.AuthorizationErrorException | no (Service: AmazonSNS; Status Code: 403; Error Code: AuthorizationError; Request ID: 7; Proxy: null)",
                "arn:aws:states:::states:startExecution.sync:2 | StepFunctions.AWSStepFunctionsException | no (Service: AWSStepFunctions; Status Code: 400; Error Code: AccessDeniedException; Request ID: 7; Proxy: null)",
                "arn:aws:states:::http:invoke | Events.ConnectionResource.AccessDenied | no",
                "arn:aws:states:::apigateway:invoke | ApiGateway.403 | no",
                "arn:aws:states:::aws-sdk:dynamodb:putItem | DynamoDb.DynamoDbException | no (Service: DynamoDb, Status Code: 400, Request ID: 7) (SDK Attempt Count: 1)",
                "arn:aws:states:::aws-sdk:nosuch:thing | Nosuch.NosuchException | no (Service: Nosuch, Status Code: 400, Request ID: 7) (SDK Attempt Count: 1)",
                "arn:aws:states:::nosuch:thing | States.Permissions | no"
            })
    void each_service_has_its_own_words(String resource, String error, String cause) {
        TaskFailure failure = AccessDenied.ofClassPath().of(TaskResource.parse(resource), "no", "7");

        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.causeText()).isEqualTo(cause);
    }
}
