package dev.stepwright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionDoesNotExistException;
import dev.stepwright.runtime.InvalidInputException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.schema.JsonSchemas;
import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.StepwrightServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import tools.jackson.databind.JsonNode;

/** A starter that the plugin has generated, over HTTP by the AWS SDK, on the project's own server. */
class SfnWorkflowsTest {
    private static final Duration POLL = Duration.ofMillis(5);

    private StepwrightServer server;
    private SfnClient sdk;
    private GreetWorkflow greet;

    @BeforeEach
    void a_server_with_a_machine() {
        server = StepwrightServer.start(ServerConfig.onPort(0));
        sdk = SfnClient.builder()
                .endpointOverride(server.endpoint())
                .overrideConfiguration(
                        config -> config.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
        String arn = sdk.createStateMachine(request -> request.name(GreetWorkflow.NAME)
                        .definition(GreetWorkflow.DEFINITION.toString())
                        .roleArn("arn:aws:iam::123456789012:role/any"))
                .stateMachineArn();
        greet = new GreetWorkflow(SfnWorkflows.of(sdk, arn.split(":")[4]).pollEvery(POLL));
        assertThat(greet.client().arn()).isEqualTo(arn);
    }

    @AfterEach
    void close() {
        sdk.close();
        server.close();
    }

    private static GreetInput input(String name, int times) {
        return GreetInput.builder().name(name).times(times).build();
    }

    @Test
    void records_go_in_and_records_come_out() {
        StartedExecution<GreetOutput> started = greet.start(input("Kim", 1));

        assertThat(started.await()).isEqualTo(new Outcome.Succeeded<>(new GreetOutput("Hello Kim")));
        assertThat(started.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(started.arn()).endsWith(":execution:greet:" + started.name());
    }

    @Test
    void a_failure_is_an_outcome_with_its_error_and_cause() {
        assertThat(greet.start(input("Kim", 0)).await())
                .isEqualTo(new Outcome.Failed<>(GreetWorkflow.Errors.ZERO, "not even once"));
    }

    @Test
    void an_execution_that_waits_is_running_until_it_is_stopped() {
        StartedExecution<GreetOutput> started = greet.start("long", input("Kim", 10));

        assertThat(started.status()).isEqualTo(ExecutionStatus.RUNNING);
        started.stop("Enough", "too long");

        assertThat(started.await()).isEqualTo(new Outcome.Aborted<>("Enough", "too long"));
    }

    @Test
    void a_name_that_is_taken_is_refused_as_the_engine_refuses_it() {
        greet.start("one", input("Kim", 1)).await();

        assertThatThrownBy(() -> greet.start("one", input("Lee", 1)))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageContaining(":execution:greet:one'");
    }

    @Test
    void an_execution_is_taken_up_by_its_name_or_its_arn() {
        String arn = greet.start("long", input("Kim", 10)).arn();

        GreetWorkflow later =
                new GreetWorkflow(SfnWorkflows.of(sdk, arn.split(":")[4]).pollEvery(POLL));
        later.execution("long").stop("Enough", "too long");

        assertThat(later.execution(arn).await()).isEqualTo(new Outcome.Aborted<>("Enough", "too long"));
        assertThat(later.execution(arn).name()).isEqualTo("long");
        assertThat(later.execution("long").arn()).isEqualTo(arn);
    }

    @Test
    void an_execution_is_taken_up_by_the_arn_of_a_version_of_its_machine() {
        greet.start("one", input("Kim", 1)).await();
        String version = greet.client().arn() + ":1";

        var started = SfnWorkflows.of(sdk, name -> version)
                .client("greet", GreetInput.class, GreetOutput.class)
                .execution("one");

        assertThat(started.await().output()).isEqualTo(new GreetOutput("Hello Kim"));
    }

    @Test
    void a_name_that_nobody_has_and_an_execution_of_another_machine_are_told() {
        String other = sdk.createStateMachine(request -> request.name("other")
                        .definition(GreetWorkflow.DEFINITION.toString())
                        .roleArn("arn:aws:iam::123456789012:role/any"))
                .stateMachineArn();
        String theirs = sdk.startExecution(
                        request -> request.stateMachineArn(other).name("theirs"))
                .executionArn();

        assertThatThrownBy(() -> greet.execution("theirs"))
                .isInstanceOf(ExecutionDoesNotExistException.class)
                .hasMessageContaining(":execution:greet:theirs");
        assertThatThrownBy(() -> greet.execution(theirs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the execution " + theirs + " belongs to the machine " + other + ", not to "
                        + greet.client().arn());
    }

    @Test
    void an_input_that_is_refused_is_not_sent_and_an_output_that_is_refused_is_none() {
        WorkflowClient<GreetInput, GreetOutput> checked = greet.client().checked(new PayloadCheck() {
            @Override
            public Optional<String> inputProblem(JsonNode input) {
                return input.path("name").asString("").isEmpty() ? Optional.of("nobody is greeted") : Optional.empty();
            }

            @Override
            public Optional<String> outputProblem(JsonNode output) {
                return Optional.of("it is " + output.path("text"));
            }
        });

        assertThatThrownBy(() -> checked.start("one", input("", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nobody is greeted");
        assertThatThrownBy(() -> checked.start("one", input("Kim", 1)).await())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has ended with this output: it is \"Hello Kim\"");
    }

    @Test
    void an_input_that_does_not_fit_its_schema_is_not_sent() {
        GreetWorkflow validating = greet.validating(new JsonSchemas());

        assertThatThrownBy(() -> validating.start("one", input("Kim", 1).withMail("kim")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"/mail\" is \"kim\"");
        assertThat(validating.start("one", input("Kim", 1)).await().output()).isEqualTo(new GreetOutput("Hello Kim"));
    }

    @Test
    void an_output_that_does_not_fit_is_told() {
        WorkflowClient<GreetInput, Integer> wrong =
                SfnWorkflows.of(sdk, name -> greet.client().arn()).client("greet", GreetInput.class, Integer.class);

        assertThatThrownBy(() -> wrong.start(input("Kim", 1)).await())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void a_name_that_no_execution_can_have_is_refused_as_the_engine_refuses_it() {
        assertThatThrownBy(() -> greet.start("a b", input("Kim", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a b'");
    }

    @Test
    void a_machine_without_an_arn_and_an_account_that_is_none_are_refused_before_anything_is_asked() {
        SfnWorkflows unset = SfnWorkflows.of(sdk, Map.<String, String>of()::get);

        assertThatThrownBy(() -> new GreetWorkflow(unset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no ARN is known for the machine \"greet\"");
        assertThatThrownBy(() -> SfnWorkflows.of(sdk, "acme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an account has 12 digits, but was \"acme\"");
    }

    @Test
    void a_machine_that_is_not_there_is_told_as_the_client_tells_it() {
        GreetWorkflow other = new GreetWorkflow(SfnWorkflows.of(sdk, "210987654321"));

        assertThatThrownBy(() -> other.start(input("Kim", 1)))
                .isInstanceOf(StateMachineDoesNotExistException.class)
                .hasMessageContaining(other.client().arn());
    }

    private SfnWorkflows expressMachine() {
        String arn = sdk.createStateMachine(request -> request.name("express")
                        .type(StateMachineType.EXPRESS)
                        .definition(GreetWorkflow.DEFINITION.toString())
                        .roleArn("arn:aws:iam::123456789012:role/any"))
                .stateMachineArn();
        return SfnWorkflows.of(sdk, name -> arn);
    }

    @Test
    void an_execution_of_an_express_machine_has_ended_when_it_has_been_started() {
        GreetWorkflow express = new GreetWorkflow(expressMachine().express());

        StartedExecution<GreetOutput> started = express.start("one", input("Kim", 1));

        assertThat(started.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(started.name()).isEqualTo("one");
        assertThat(started.arn()).contains(":express:express:one:");
        assertThat(started.await()).isEqualTo(new Outcome.Succeeded<>(new GreetOutput("Hello Kim")));
        started.stop("Enough", "too late");
        assertThat(started.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(express.start("one", input("Lee", 0)).await())
                .isEqualTo(new Outcome.Failed<>(GreetWorkflow.Errors.ZERO, "not even once"));
        assertThatThrownBy(() -> express.execution("one"))
                .isInstanceOf(ExecutionDoesNotExistException.class)
                .hasMessageContaining("one");
    }

    @Test
    void what_an_express_machine_takes_and_gives_is_checked_too() {
        GreetWorkflow validating = new GreetWorkflow(expressMachine().express()).validating(new JsonSchemas());
        WorkflowClient<GreetInput, Integer> wrong =
                expressMachine().express().client("greet", GreetInput.class, Integer.class);

        assertThatThrownBy(() -> validating.start(input("Kim", 1).withMail("kim")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"/mail\" is \"kim\"");
        assertThatThrownBy(() -> wrong.start(input("Kim", 1)).await())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> validating.start("a b", input("Kim", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a b'");
    }

    /** Answers nothing or always the same, and counts how often it is asked. */
    private static final class Answering implements SdkHttpClient {
        private final @Nullable String error;
        private int calls;

        Answering(@Nullable String error) {
            this.error = error;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    calls++;
                    if (error == null) {
                        throw new SocketTimeoutException("Read timed out");
                    }
                    byte[] body = ("{\"__type\": \"" + error + "\"}").getBytes(StandardCharsets.UTF_8);
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder()
                                    .statusCode(error.startsWith("Internal") ? 500 : 400)
                                    .putHeader("Content-Length", String.valueOf(body.length))
                                    .build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                            .build();
                }

                @Override
                public void abort() {
                    // It answers at once.
                }
            };
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    private static int calls(@Nullable String error, RetryMode retries) {
        Answering answering = new Answering(error);
        try (SfnClient client = SfnClient.builder()
                .httpClient(answering)
                .overrideConfiguration(config -> config.retryStrategy(retries))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build()) {
            GreetWorkflow express =
                    new GreetWorkflow(SfnWorkflows.of(client, "123456789012").express());

            assertThatThrownBy(() -> express.start(input("Kim", 1))).isInstanceOf(SdkException.class);
        }
        return answering.calls;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(RetryMode.class)
    void an_execution_of_an_express_machine_that_may_have_started_is_not_started_once_more(RetryMode retries) {
        assertThat(calls(null, retries)).isEqualTo(1);
        assertThat(calls("InternalServerError", retries)).isEqualTo(1);
    }

    @Test
    void an_execution_of_an_express_machine_that_was_refused_for_the_moment_is_tried_again() {
        assertThat(calls("ThrottlingException", RetryMode.STANDARD)).isGreaterThan(1);
    }

    @Test
    void who_asks_for_an_execution_of_an_express_machine_hears_how_to_wait_for_it() {
        StartedExecution<GreetOutput> started = new GreetWorkflow(expressMachine()).start(input("Kim", 1));

        assertThatThrownBy(started::status)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(started.arn())
                .hasMessageContaining("SfnWorkflows.express()");
        assertThatThrownBy(started::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SfnWorkflows.express()");
        assertThatThrownBy(() -> started.stop(null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SfnWorkflows.express()");
    }
}
