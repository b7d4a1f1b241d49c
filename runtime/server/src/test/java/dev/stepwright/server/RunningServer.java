package dev.stepwright.server;

import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;

/** A server on a free port and the AWS SDK's own client for it. */
final class RunningServer implements AutoCloseable {
    static final String ROLE = "arn:aws:iam::123456789012:role/any";
    static final String PASS = "{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Pass\",\"End\":true}}}";

    private final StepwrightServer server;
    private final SfnClient client;

    private RunningServer(StepwrightServer server) {
        this.server = server;
        this.client = client(server, "any", "any");
    }

    /** Returns a client that signs with an access key. */
    SfnClient client(String accessKeyId, String secretAccessKey) {
        return client(server, accessKeyId, secretAccessKey);
    }

    private static SfnClient client(StepwrightServer server, String accessKeyId, String secretAccessKey) {
        return SfnClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)))
                // StartSyncExecution would go to the host sync-127.0.0.1 otherwise.
                .overrideConfiguration(options ->
                        options.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .build();
    }

    static RunningServer start() {
        return start(config -> config);
    }

    static RunningServer start(UnaryOperator<ServerConfig.Builder> change) {
        return new RunningServer(
                StepwrightServer.start(change.apply(ServerConfig.builder()).build()));
    }

    SfnClient client() {
        return client;
    }

    StepwrightServer server() {
        return server;
    }

    /** Creates a STANDARD machine and returns its ARN. */
    String machine(String name, String definition) {
        return client.createStateMachine(
                        r -> r.name(name).definition(definition).roleArn(ROLE))
                .stateMachineArn();
    }

    /** Waits for the end of an execution by asking, as a client has to. */
    DescribeExecutionResponse end(String executionArn) {
        DescribeExecutionResponse now;
        do {
            now = client.describeExecution(r -> r.executionArn(executionArn));
        } while (now.status() == ExecutionStatus.RUNNING);
        return now;
    }

    static RoutingConfigurationListItem share(String version, int weight) {
        return RoutingConfigurationListItem.builder()
                .stateMachineVersionArn(version)
                .weight(weight)
                .build();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
