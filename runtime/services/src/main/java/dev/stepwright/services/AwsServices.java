package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkClient;

/**
 * Task states that call AWS services, or what speaks their protocols, by clients of the AWS SDK:
 *
 * <pre>{@code
 * EngineConfig.builder().runner(AwsServices.of(DynamoDbClient.create(), SqsClient.create()))
 * }</pre>
 *
 * <p>A client serves all SDK integrations of its service ({@code arn:aws:states:::aws-sdk:dynamodb:query}) and the optimized ones
 * ({@code arn:aws:states:::dynamodb:putItem}); a Lambda client also functions by their ARN. Parameters, results and errors are named as in
 * Step Functions. Calls are made with the credentials, the region and the endpoint of the client; {@code Credentials} of a
 * state are not regarded.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS: SDK service integrations</a>
 */
public final class AwsServices implements TaskRunner.Maker {
    private final Map<String, ServiceClient> clients;

    private AwsServices(Map<String, ServiceClient> clients) {
        this.clients = Map.copyOf(clients);
    }

    /**
     * Returns the services of clients.
     *
     * @param clients synchronous ones, one for a service; whoever made them closes them
     * @throws IllegalArgumentException if one is asynchronous, or two are of the same service
     */
    public static AwsServices of(SdkClient... clients) {
        return of(List.of(clients));
    }

    /** Like {@link #of(SdkClient...)}. */
    public static AwsServices of(List<? extends SdkClient> clients) {
        Map<String, ServiceClient> byName = new LinkedHashMap<>();
        for (SdkClient each : clients) {
            ServiceClient client = ServiceClient.of(each);
            if (byName.put(client.name(), client) != null) {
                throw new IllegalArgumentException("there are two clients of \"" + client.name() + "\"; give one");
            }
        }
        return new AwsServices(byName);
    }

    @Override
    public TaskRunner at(Workplace workplace) {
        return new ServiceTasks(clients, workplace);
    }
}
