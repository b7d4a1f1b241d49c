package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.connection.Connection;
import dev.stepwright.services.connection.Connections;
import java.net.http.HttpClient;
import java.util.Map;

/**
 * HTTP Tasks ({@code arn:aws:states:::http:invoke}):
 *
 * <pre>{@code
 * EngineConfig.builder().runner(HttpTasks.of(Map.of("Stripe", Connection.of(Authorization.basic(key, "")))))
 * }</pre>
 *
 * <p>Endpoints are of {@code https}, or of {@code http} on this machine (a loopback address, {@code localhost}), or what {@link
 * Connection#at} says. Redirects are not followed.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">AWS: Call HTTPS APIs</a>
 */
public final class HttpTasks implements TaskRunner.Maker {
    private final Connections connections;
    private final HttpClient client;
    private final HttpLimits limits;

    private HttpTasks(Connections connections, HttpClient client, HttpLimits limits) {
        this.connections = connections;
        this.client = client;
        this.limits = limits;
    }

    /** Returns tasks that use connections, by their name or ARN. */
    public static HttpTasks of(Map<String, Connection> connections) {
        return of(Connections.of(connections));
    }

    /** Returns tasks that use connections. */
    public static HttpTasks of(Connections connections) {
        return new HttpTasks(connections, Exchange.newClient(), HttpLimits.AWS);
    }

    /** Returns these tasks with another client, for example with a proxy or certificates of its own; whoever made it ends it. */
    public HttpTasks by(HttpClient value) {
        return new HttpTasks(connections, value, limits);
    }

    /** Returns these tasks with other limits; default {@link HttpLimits#AWS}. */
    public HttpTasks within(HttpLimits value) {
        return new HttpTasks(connections, client, value);
    }

    @Override
    public HttpTaskRunner at(Workplace workplace) {
        return new HttpTaskRunner(connections, new Exchange(client, limits, "States.Http.Socket"), workplace);
    }
}
