package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests.
 *
 * @param error the name of the error that there is no answer
 */
record Exchange(HttpClient client, HttpLimits limits, String error) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    static HttpClient newClient() {
        return builder().build();
    }

    /** @param trust who may answer over https */
    static HttpClient newClient(SSLContext trust) {
        return builder().sslContext(trust).build();
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // local servers are puzzled by an upgrade to HTTP/2
                .connectTimeout(CONNECT);
    }

    /**
     * Sends a request. Blocks.
     *
     * @return its answer, whatever its status; of a body above the limit one byte more than that
     * @throws TaskFailure if there is none in time, {@code States.Runtime} if it cannot be sent
     * @throws InterruptedException if the thread is interrupted; the request is dropped then
     */
    HttpResponse<byte[]> send(Message message) throws TaskFailure, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request(message), head -> new LimitedBody(limits.bytes()));
        try {
            return sent.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw notAnswered(message.url(), "nothing within " + limits.time().toMillis() / 1000.0 + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw notAnswered(message.url(), reason(failure), failure);
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            sent.cancel(true); // without effect if there is an answer
        }
    }

    private static HttpRequest request(Message message) throws TaskFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(message.url())
                .method(
                        message.method(),
                        message.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(message.body()));
        for (var header : message.headers().entrySet()) {
            for (String value : header.getValue()) {
                try {
                    request.header(header.getKey(), value);
                } catch (IllegalArgumentException e) { // its message may tell the value, which may be secret
                    throw new TaskFailure(
                            "States.Runtime",
                            "the header \"" + header.getKey()
                                    + "\" cannot be sent: the client sets it itself, or its name or value has characters that no header has");
                }
            }
        }
        return request.build();
    }

    /** Tells the host only: all else may have secrets of the connection. */
    private TaskFailure notAnswered(URI url, String reason, Exception cause) {
        TaskFailure failure = new TaskFailure(error, "no answer from " + Message.host(url) + ": " + reason);
        failure.initCause(cause);
        return failure;
    }

    /** The JDK leaves some of its messages to those of causes. */
    private static String reason(IOException failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && cause.getMessage() == null) {
            cause = cause.getCause();
        }
        return failure.getClass().getSimpleName() + (cause == null ? "" : ", " + cause.getMessage());
    }
}
