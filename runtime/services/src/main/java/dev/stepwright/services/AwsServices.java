package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
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
 * Step Functions. Calls are made with the credentials, the region and the endpoint of the client; a state that has {@code Credentials} of
 * its own fails, unless {@link #assuming} says what those are.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS: SDK service integrations</a>
 */
public final class AwsServices implements TaskRunner.Maker {
    private final Map<String, ServiceClient> clients;

    private final Roles roles;

    private AwsServices(Map<String, ServiceClient> clients, Roles roles) {
        this.clients = Map.copyOf(clients);
        this.roles = roles;
    }

    /**
     * Returns the services of clients.
     *
     * @param clients one for a service; whoever made them closes them. Of a task that is stopped or times out an asynchronous client drops the
     *     request at once; a synchronous one may notice that only when its own timeout is over, before Java 21
     * @throws IllegalArgumentException if one is none of a service, or two are of the same
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
                throw new IllegalArgumentException("there are two clients of \"" + client.name() + "\"; remove one");
            }
        }
        return new AwsServices(byName, new Roles(null));
    }

    /**
     * Returns these services with the credentials of roles, with which the tasks of states that have {@code Credentials} are done.
     *
     * @param credentials by the ARN of a role, such as an {@code StsAssumeRoleCredentialsProvider}; asked once for each role. If it throws, the
     *     task fails with {@code States.TaskFailed}
     */
    public AwsServices assuming(Function<String, ? extends AwsCredentialsProvider> credentials) {
        return new AwsServices(clients, new Roles(credentials));
    }

    @Override
    public TaskRunner at(Workplace workplace) {
        return new ServiceTasks(clients, roles, workplace);
    }
}
