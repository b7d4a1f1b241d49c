package dev.stepwright.services.http;

import dev.stepwright.runtime.task.BlockingTask;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.connection.Additions;
import dev.stepwright.services.connection.Authorization;
import dev.stepwright.services.connection.Connection;
import dev.stepwright.services.connection.Connections;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Does HTTP Tasks for one engine. Each call blocks a thread of the workplace. */
public final class HttpTaskRunner implements TaskRunner {
    private final Connections connections;
    private final Exchange exchange;
    private final Tokens tokens;
    private final Workplace workplace;

    HttpTaskRunner(Connections connections, Exchange exchange, Workplace workplace) {
        this.connections = connections;
        this.exchange = exchange;
        this.tokens = new Tokens(exchange, workplace::now);
        this.workplace = workplace;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().service().equals("http")
                && request.resource().action().equals("invoke");
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        HttpCall.of(request.input());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        return start(request, completion, trace -> {});
    }

    /**
     * Like {@link #start(TaskRequest, TaskCompletion)}.
     *
     * @param traces is told what went over the wire, before the completion; not at all if nothing did
     */
    public Runnable start(TaskRequest request, TaskCompletion completion, Consumer<HttpTrace> traces) {
        BlockingTask task = () -> answer(request, traces);
        return task.start(workplace, request, completion);
    }

    private JsonNode answer(TaskRequest request, Consumer<HttpTrace> traces) throws TaskFailure, InterruptedException {
        HttpCall call = HttpCall.of(request.input());
        Connection connection = connections
                .find(call.connection())
                .orElseThrow(() -> new TaskFailure(
                        "Events.ConnectionResource.ResourceNotFound",
                        "there is no connection \"" + call.connection() + "\", nor one with the name in that ARN"));
        URI endpoint = endpoint(call.endpoint(), connection);
        Additions additions = additions(connection);
        String region = region(request.executionArn());
        Message message = Message.of(call, additions, endpoint, region);
        HttpTrace.Request shown = HttpTrace.Request.of(Message.shown(call, additions, endpoint, region));
        @Nullable HttpResponse<byte[]> response = null;
        try {
            response = exchange.send(message);
        } finally {
            traces.accept(new HttpTrace(
                    shown, HttpTrace.Request.of(message), response == null ? null : HttpResult.traced(response)));
        }
        if (connection.authorization() instanceof Authorization.OAuth oauth
                && (response.statusCode() == 401 || response.statusCode() == 407)) {
            tokens.forget(oauth);
        }
        return new HttpResult(
                        "http", "States.Http.StatusCode.", exchange.limits().bytes())
                .of(response);
    }

    /** Returns what the connection adds, with the header that authorizes. */
    private Additions additions(Connection connection) throws TaskFailure, InterruptedException {
        Authorization authorization = connection.authorization();
        if (authorization instanceof Authorization.Basic user) {
            return connection.additions().withHeader("Authorization", basic(user));
        } else if (authorization instanceof Authorization.ApiKey key) {
            return connection.additions().withHeader(key.header(), key.value());
        } else if (authorization instanceof Authorization.OAuth oauth) {
            return connection.additions().withHeader("Authorization", "Bearer " + tokens.token(oauth));
        }
        return connection.additions();
    }

    static String basic(Authorization.Basic user) {
        String both = user.username() + ":" + user.password();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** AWS: only https. */
    private static URI endpoint(String text, Connection connection) throws TaskFailure {
        Optional<String> instead = connection.address(text);
        String problem = "it is not a URL";
        try {
            URI endpoint = new URI(instead.orElse(text));
            if (endpoint.getHost() != null) {
                if (instead.isPresent() || isSafe(endpoint)) {
                    return endpoint;
                }
                problem =
                        "an endpoint must be https; http is allowed only on this machine (127.0.0.1, [::1], localhost)"
                                + " or if the connection has an address for it";
            }
        } catch (URISyntaxException e) {
            problem = e.getReason() + " at index " + e.getIndex();
        }
        throw new TaskFailure("States.Runtime", "the ApiEndpoint \"" + text + "\" cannot be called: " + problem);
    }

    private static boolean isSafe(URI endpoint) {
        return "https".equals(endpoint.getScheme())
                || "http".equals(endpoint.getScheme()) && isHere(endpoint.getHost());
    }

    /** Returns whether a host is this machine. */
    static boolean isHere(String host) {
        return host.matches("127\\.[0-9.]+|\\[::1]|(.*\\.)?localhost");
    }

    /** Returns the region of an execution; where that has a made-up ARN, as a trial may, there is none. */
    static String region(String executionArn) {
        String[] parts = executionArn.split(":", 5);
        return parts.length == 5 ? parts[3] : "";
    }
}
