package dev.stepwright.server.cli;

import dev.stepwright.server.ServerConfig;
import dev.stepwright.services.AwsEndpoints;
import dev.stepwright.services.connection.Connections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say where tasks are done elsewhere. */
final class EndpointOptions {
    @Option(
            names = "--lambda-endpoint",
            paramLabel = "URL",
            description = "The endpoint of Lambda, for example http://127.0.0.1:3001.")
    private @Nullable URI lambdaEndpoint;

    @Option(
            names = "--aws-endpoint",
            paramLabel = "[SERVICE=]URL",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description =
                    "The endpoint of the AWS services that tasks call, for example http://127.0.0.1:4566 for all, "
                            + "or sqs=http://127.0.0.1:9324 for one; repeatable.")
    private List<String> awsEndpoints = List.of();

    @Option(
            names = "--connections",
            paramLabel = "FILE",
            description =
                    "The EventBridge connections of HTTP Tasks: a JSON object from the name of each connection to "
                            + "the parameters of create-connection.")
    private @Nullable Path connections;

    /**
     * Sets what the options say.
     *
     * @throws IllegalArgumentException if one is wrong; the message names it
     * @throws Refusal if there are no connections in the file
     */
    ServerConfig.Builder set(ServerConfig.Builder config) throws Refusal {
        if (lambdaEndpoint != null
                && !"http".equals(lambdaEndpoint.getScheme())
                && !"https".equals(lambdaEndpoint.getScheme())) {
            throw new IllegalArgumentException(
                    "--lambda-endpoint must be an http or https URL, found \"" + lambdaEndpoint + "\"");
        }
        return config.lambdaEndpoint(lambdaEndpoint)
                .awsEndpoints(AwsEndpoints.parse(awsEndpoints))
                .connections(connections == null ? null : read(connections));
    }

    private static Connections read(Path file) throws Refusal {
        try {
            return Connections.read(file);
        } catch (IOException e) {
            throw new Refusal("--connections: " + GivenFile.unread(file, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--connections: " + e.getMessage());
        }
    }
}
