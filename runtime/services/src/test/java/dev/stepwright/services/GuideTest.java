package dev.stepwright.services;

import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.service.Sqs;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What docs/running.md shows. */
class GuideTest {
    private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/1/orders";

    record Order(String id, int total) {}

    @Test
    void services_are_called_by_clients() {
        FakeService service = new FakeService().answering("{\"MessageId\": \"m-1\"}");
        try (service;
                SqsClient sqs = service.client(SqsClient.builder().checksumValidationEnabled(false));
                DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder())) {
            // region services
            var machine = StateMachine.start(Order.class)
                    .then(task("Send", Sqs.SEND_MESSAGE)
                            .arguments(object(
                                    Sqs.Message.class,
                                    field(Sqs.Message::queueUrl).is(value(QUEUE)),
                                    field(Sqs.Message::messageBody)
                                            .is(object(Order::new, path(Order::id), path(Order::total)))))
                            .retry(onError("SQS.SdkClientException")))
                    .end();

            try (Engine engine = Engine.create(EngineConfig.builder()
                    .runner(AwsServices.of(sqs, dynamoDb)) // SqsClient.create(), DynamoDbClient.create()
                    .build())) {
                var execution = engine.start(machine, new Order("o-1", 10));

                assertThat(execution.await().output().messageId()).isEqualTo("m-1");
            }
            // endregion
        }
        assertThat(service.calls.get(0).json().path("MessageBody").stringValue())
                .isEqualTo("{\"id\":\"o-1\",\"total\":10}");
    }
}
