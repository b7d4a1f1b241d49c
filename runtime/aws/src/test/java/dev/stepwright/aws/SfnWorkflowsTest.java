package dev.stepwright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.InvalidInputException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.StepwrightServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import tools.jackson.databind.JsonNode;

/** Typed executions over HTTP, by the AWS SDK, on the project's own server. */
class SfnWorkflowsTest {
    /** What the machine takes. */
    record Greeting(String name, int times) {}

    /** What the machine gives. */
    record Greeted(String text) {}

    private static final String DEFINITION = """
            {"QueryLanguage": "JSONata", "StartAt": "Wait?", "States": {
              "Wait?": {"Type": "Choice", "Choices": [
                  {"Condition": "{% $states.input.times = 0 %}", "Next": "Refuse"},
                  {"Condition": "{% $states.input.times > 9 %}", "Next": "Wait"}], "Default": "Greet"},
              "Greet": {"Type": "Pass", "Output": {"text": "{% 'Hello ' & $states.input.name %}"}, "End": true},
              "Wait": {"Type": "Wait", "Seconds": 3600, "End": true},
              "Refuse": {"Type": "Fail", "Error": "Zero", "Cause": "not even once"}}}
            """;

    private StepwrightServer server;
    private SfnClient sdk;
    private WorkflowClient<Greeting, Greeted> greet;

    @BeforeEach
    void a_server_with_a_machine() {
        server = StepwrightServer.start(ServerConfig.onPort(0));
        sdk = SfnClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
        String arn = sdk.createStateMachine(request ->
                        request.name("greet").definition(DEFINITION).roleArn("arn:aws:iam::123456789012:role/any"))
                .stateMachineArn();
        greet = SfnWorkflows.of(sdk, arn.split(":")[4])
                .pollEvery(Duration.ofMillis(5))
                .client("greet", Greeting.class, Greeted.class);
        assertThat(greet.arn()).isEqualTo(arn);
    }

    @AfterEach
    void close() {
        sdk.close();
        server.close();
    }

    @Test
    void records_go_in_and_records_come_out() {
        StartedExecution<Greeted> started = greet.start(new Greeting("Kim", 1));

        assertThat(started.await()).isEqualTo(new Outcome.Succeeded<>(new Greeted("Hello Kim")));
        assertThat(started.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(started.arn()).endsWith(":execution:greet:" + started.name());
    }

    @Test
    void a_failure_is_an_outcome_with_its_error_and_cause() {
        assertThat(greet.start(new Greeting("Kim", 0)).await())
                .isEqualTo(new Outcome.Failed<>("Zero", "not even once"));
    }

    @Test
    void an_execution_that_waits_is_running_until_it_is_stopped() {
        StartedExecution<Greeted> started = greet.start("long", new Greeting("Kim", 10));

        assertThat(started.status()).isEqualTo(ExecutionStatus.RUNNING);
        started.stop("Enough", "too long");

        assertThat(started.await()).isEqualTo(new Outcome.Aborted<>("Enough", "too long"));
    }

    @Test
    void a_name_that_is_taken_is_refused_as_the_engine_refuses_it() {
        greet.start("one", new Greeting("Kim", 1)).await();

        assertThatThrownBy(() -> greet.start("one", new Greeting("Lee", 1)))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageContaining("one");
    }

    @Test
    void an_input_that_is_refused_is_not_sent_and_an_output_that_is_refused_is_none() {
        WorkflowClient<Greeting, Greeted> checked = greet.checked(new PayloadCheck() {
            @Override
            public Optional<String> inputProblem(JsonNode input) {
                return input.path("name").asString("").isEmpty() ? Optional.of("nobody is greeted") : Optional.empty();
            }

            @Override
            public Optional<String> outputProblem(JsonNode output) {
                return Optional.of("it is " + output.path("text"));
            }
        });

        assertThatThrownBy(() -> checked.start("one", new Greeting("", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nobody is greeted");
        assertThatThrownBy(() -> checked.start("one", new Greeting("Kim", 1)).await())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has ended with this output: it is \"Hello Kim\"");
    }

    @Test
    void an_output_that_does_not_fit_is_told() {
        WorkflowClient<Greeting, Integer> wrong =
                SfnWorkflows.of(sdk, name -> greet.arn()).client("greet", Greeting.class, Integer.class);

        assertThatThrownBy(() -> wrong.start(new Greeting("Kim", 1)).await())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Integer");
    }
}
