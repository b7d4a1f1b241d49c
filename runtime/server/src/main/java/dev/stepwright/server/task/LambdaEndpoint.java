package dev.stepwright.server.task;

import dev.stepwright.server.api.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The Invoke API of a Lambda service, for example of SAM or LocalStack. Calls hold no thread while they wait. */
final class LambdaEndpoint implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int REPEATS = 3;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final URI address;
    private final ExecutorService threads;
    private final HttpClient client;

    /** @param address for example {@code http://127.0.0.1:3001} */
    LambdaEndpoint(URI address) {
        this.address = address;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "stepwright-lambda-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
    }

    /**
     * Calls a function. A call that gets no answer is repeated, as the SDKs do it: 3 times, after 50, 200 and 800 ms.
     *
     * @return its answer, or a {@link LambdaFailure}; cancelling it drops the call
     */
    CompletableFuture<FunctionAnswer> invoke(FunctionCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(call))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call.payload()));
        call.headers().forEach(request::header);
        Exchange exchange = new Exchange(request.build());
        CompletableFuture<FunctionAnswer> answer = exchange.send(0).handle((response, failure) -> {
            if (failure != null) {
                throw notReached(failure);
            }
            return answer(response);
        });
        Cancellation.of(answer, exchange::drop);
        return answer;
    }

    /** One call with its repetitions. */
    private final class Exchange {
        private final HttpRequest request;
        private @Nullable CompletableFuture<?> current;
        private boolean isDropped;

        Exchange(HttpRequest request) {
            this.request = request;
        }

        CompletableFuture<HttpResponse<String>> send(int repeated) {
            CompletableFuture<HttpResponse<String>> sent =
                    client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            synchronized (this) {
                current = sent;
                if (isDropped) {
                    sent.cancel(true);
                }
            }
            return sent.exceptionallyCompose(failure -> repeated < REPEATS && mayBeRepeated(failure)
                    ? later(repeated)
                    : CompletableFuture.failedFuture(failure));
        }

        private CompletableFuture<HttpResponse<String>> later(int repeated) {
            long pause = FIRST_PAUSE_MILLIS << 2 * repeated;
            return CompletableFuture.supplyAsync(
                            () -> repeated + 1,
                            CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, threads))
                    .thenCompose(this::send);
        }

        private synchronized boolean mayBeRepeated(Throwable failure) {
            return !isDropped && cause(failure) instanceof IOException;
        }

        synchronized void drop() {
            isDropped = true;
            if (current != null) {
                current.cancel(true);
            }
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private URI uri(FunctionCall call) {
        String base = address.toString().replaceAll("/+$", "");
        String qualifier = call.qualifier() == null ? "" : "?Qualifier=" + encoded(call.qualifier());
        return URI.create(base + "/2015-03-31/functions/" + encoded(call.function()) + "/invocations" + qualifier);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static FunctionAnswer answer(HttpResponse<String> response) {
        FunctionAnswer answer =
                new FunctionAnswer(response.statusCode(), response.headers().map(), response.body());
        if (answer.status() >= 300) {
            throw LambdaFailure.ofService(answer);
        }
        return answer;
    }

    private LambdaFailure notReached(Throwable failure) {
        Throwable reason = cause(failure);
        String problem =
                reason instanceof IOException && reason.getMessage() != null ? reason.getMessage() : reason.toString();
        return new LambdaFailure(
                "Lambda.SdkClientException", "Unable to execute HTTP request to " + address + ": " + problem);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
