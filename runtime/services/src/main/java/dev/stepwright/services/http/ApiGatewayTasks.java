package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Tasks that call an API of API Gateway ({@code arn:aws:states:::apigateway:invoke}), at AWS or where {@link #at} says.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html">AWS: API Gateway</a>
 */
public final class ApiGatewayTasks implements TaskRunner.Maker {
    private final HttpClient client;
    private final @Nullable URI base;
    private final @Nullable Function<Optional<String>, ? extends AwsCredentialsProvider> credentials;

    private ApiGatewayTasks(
            HttpClient client,
            @Nullable URI base,
            @Nullable Function<Optional<String>, ? extends AwsCredentialsProvider> credentials) {
        this.client = client;
        this.base = base;
        this.credentials = credentials;
    }

    /** Returns tasks that call {@code https://} and what their {@code ApiEndpoint} says; {@code http://} if that is this machine. */
    public static ApiGatewayTasks create() {
        return new ApiGatewayTasks(Exchange.newClient(), null, null);
    }

    /**
     * Returns these tasks with another place for all APIs: they call {@code BASE/API/STAGE/PATH}, where API is what the {@code ApiEndpoint} begins with.
     *
     * @param value for example {@code http://127.0.0.1:4566/_aws/execute-api} of LocalStack
     */
    public ApiGatewayTasks at(URI value) {
        return new ApiGatewayTasks(client, value, credentials);
    }

    /**
     * Returns these tasks with signatures where the {@code AuthType} wants them; without credentials such tasks fail, unless {@link #at} says where
     * they call.
     *
     * @param value the credentials of the role that the state's {@code Credentials} name, or else of whoever runs the machine
     */
    public ApiGatewayTasks signing(Function<Optional<String>, ? extends AwsCredentialsProvider> value) {
        return new ApiGatewayTasks(client, base, value);
    }

    @Override
    public TaskRunner at(Workplace workplace) {
        Exchange exchange = new Exchange(client, HttpLimits.AWS, "ApiGateway.SdkClientException");
        Signers signers = new Signers(credentials, "The call of the API", "ApiGatewayTasks.signing");
        return new ApiGatewayRunner(exchange, base, new ApiSignature(signers), workplace);
    }
}
