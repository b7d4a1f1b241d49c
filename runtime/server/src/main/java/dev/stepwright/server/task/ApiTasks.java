package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.AwsEndpoints;
import dev.stepwright.services.http.ApiGatewayTasks;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks that call an API of API Gateway where endpoints say. */
public final class ApiTasks {
    /** The service as resources and endpoints name it. */
    public static final String SERVICE = "apigateway";

    /** Where LocalStack has all APIs. */
    private static final String APIS = "/_aws/execute-api";

    private ApiTasks() {}

    /** Returns who does them; empty if there is no endpoint for them. */
    public static Optional<TaskRunner> at(AwsEndpoints endpoints, Workplace workplace) {
        @Nullable URI own = endpoints.byService().get(SERVICE);
        return endpoints
                .of(SERVICE)
                .map(endpoint -> tasks(endpoint, own == null ? APIS : ""))
                .map(tasks -> tasks.at(workplace));
    }

    private static ApiGatewayTasks tasks(URI endpoint, String path) {
        return AwsEndpoints.isOfAws(endpoint)
                ? ApiGatewayTasks.create().signing(OwnCredentials.at(endpoint))
                : ApiGatewayTasks.create().at(URI.create(endpoint.toString().replaceAll("/$", "") + path));
    }
}
