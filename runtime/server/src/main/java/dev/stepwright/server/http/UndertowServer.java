package dev.stepwright.server.http;

import dev.stepwright.server.api.ApiError;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.io.IoCallback;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Undertow. A request that waits for its answer holds no thread. */
public final class UndertowServer implements HttpServer {
    /** The longest head that is read, in bytes: that of no client comes near it, and strangers make the server read no more. */
    private static final int LONGEST_HEAD = 64 << 10;

    /** The longest body that is read, in bytes. AWS takes 1 MiB; the rest is room to say politely what is too long. */
    private static final long LONGEST_BODY = 16L << 20;

    /** Undertow would reset the connection, and print a stack trace, where a body whose length is not told becomes too long. */
    private static final long UNDERTOW_DOES_NOT_LOOK = -1;

    /** What is read of everybody: more than a form to sign in has. */
    private static final long SHORT_BODY = 16 << 10;

    /** How many bytes the bodies of all calls may take together; there is always room for one. */
    private static final long ALL_BODIES =
            Math.max(LONGEST_BODY, Runtime.getRuntime().maxMemory() / 8);

    /** How long a caller may take to send a head, and then a body. Whoever is slower holds a connection from others. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final HttpAnswer TOO_LONG = refusal(
            StatusCodes.REQUEST_ENTITY_TOO_LARGE,
            "RequestEntityTooLargeException",
            "The body is longer than %d bytes, the most that the server reads of a call".formatted(LONGEST_BODY));

    private static final HttpAnswer NO_ROOM = refusal(
            StatusCodes.SERVICE_UNAVAILABLE,
            "ServiceUnavailable",
            "The server has no memory for this body beside those of the calls that it is answering; try again");

    private static final byte[] NO_BODY = new byte[0];
    private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");
    private static final Logger LOG = LoggerFactory.getLogger(UndertowServer.class);
    private static final AttachmentKey<AtomicReference<@Nullable CompletableFuture<HttpAnswer>>> WAITING =
            AttachmentKey.create(AtomicReference.class);

    private static final AttachmentKey<BodyRoom.Share> SHARE = AttachmentKey.create(BodyRoom.Share.class);

    private final @Nullable SSLContext tls;
    private final Duration patience;
    private final BodyRoom room;
    private @Nullable Undertow undertow;

    /** @param tls what makes connections of TLS; null for a server without */
    public UndertowServer(@Nullable SSLContext tls) {
        this(PATIENCE, ALL_BODIES, tls);
    }

    UndertowServer(Duration patience, long allBodies) {
        this(patience, allBodies, null);
    }

    private UndertowServer(Duration patience, long allBodies, @Nullable SSLContext tls) {
        this.tls = tls;
        this.patience = patience;
        this.room = new BodyRoom(allBodies);
    }

    @Override
    public void start(InetSocketAddress address, HttpService service) {
        Undertow.Builder builder = Undertow.builder()
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEAD)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNDERTOW_DOES_NOT_LOOK)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) patience.toMillis())
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setHandler(new HttpContinueReadHandler(exchange -> receive(exchange, service)));
        Undertow started = (tls == null
                        ? builder.addHttpListener(address.getPort(), address.getHostString())
                        : builder.addHttpsListener(address.getPort(), address.getHostString(), tls))
                .build();
        try {
            started.start();
        } catch (RuntimeException e) {
            started.stop();
            throw new UncheckedIOException(new IOException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + root(e), e));
        }
        undertow = started;
    }

    private static String root(Throwable thrown) {
        return thrown.getCause() == null ? String.valueOf(thrown.getMessage()) : root(thrown.getCause());
    }

    @Override
    public int port() {
        if (undertow == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        if (undertow != null) {
            undertow.stop();
            undertow = null;
        }
    }

    private void receive(HttpServerExchange exchange, HttpService service) {
        if (exchange.getRequestContentLength() > LONGEST_BODY) {
            refuse(exchange, TOO_LONG);
            return;
        }
        long length = length(exchange);
        boolean isRead = length <= SHORT_BODY || service.takesLongBody(call(exchange, NO_BODY));
        BodyRoom.Share share = room.take(isRead ? length : 0);
        if (share == null) {
            refuse(exchange, NO_ROOM);
            return;
        }
        exchange.putAttachment(SHARE, share);
        exchange.addExchangeCompleteListener((ended, next) -> {
            share.is(0);
            next.proceed();
        });
        if (!isRead) {
            exchange.setPersistent(false);
            exchange.dispatch(() -> serve(exchange, NO_BODY, service));
            return;
        }
        XnioExecutor.Key end = hangUpLater(exchange, share);
        if (end == null) {
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize((int) LONGEST_BODY);
        receiver.receiveFullBytes(
                (received, body) -> {
                    end.remove();
                    share.is(body.length);
                    received.dispatch(() -> serve(received, body, service));
                },
                (failed, problem) -> {
                    end.remove();
                    share.is(0);
                    if (problem instanceof Receiver.RequestToLargeException) {
                        refuse(failed, TOO_LONG);
                    } else {
                        end(failed, StatusCodes.BAD_REQUEST);
                    }
                });
    }

    /** Ends a connection whose body has not come in time; null if the server is closing. */
    private XnioExecutor.@Nullable Key hangUpLater(HttpServerExchange exchange, BodyRoom.Share share) {
        Runnable hangUp = () -> {
            share.is(0);
            IoUtils.safeClose(exchange.getConnection());
        };
        try {
            return exchange.getIoThread().executeAfter(hangUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("A call is not read because the server is closing", e);
            return null;
        }
    }

    /** Returns how long a body may become. */
    private static long length(HttpServerExchange exchange) {
        if (exchange.isRequestComplete()) {
            return 0;
        }
        long told = exchange.getRequestContentLength();
        return told < 0 ? LONGEST_BODY : Math.min(told, LONGEST_BODY);
    }

    private static HttpAnswer refusal(int status, String code, String message) {
        return new HttpAnswer(
                status, Map.of("Content-Type", AwsJson.CONTENT_TYPE), AwsJson.write(ApiError.of(code, message)));
    }

    /** Answers before the body was read, and hangs up. Many clients read no answer before they have sent all of it. */
    private void refuse(HttpServerExchange exchange, HttpAnswer answer) {
        // Who asks before sending has sent nothing, and will not.
        boolean isUnsent = HttpContinue.requiresContinueResponse(exchange);
        exchange.setPersistent(false);
        send(exchange, answer, isUnsent ? IoCallback.END_EXCHANGE : new UndertowUnreadBody(patience));
    }

    /** Hangs up with a status: nobody reads the rest of the body. */
    private static void end(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false);
        exchange.setStatusCode(status);
        exchange.endExchange();
    }

    private static void serve(HttpServerExchange exchange, byte[] body, HttpService service) {
        CompletableFuture<HttpAnswer> answer;
        try {
            answer = service.serve(call(exchange, body));
        } catch (RuntimeException | Error e) { // of whatever kind: somebody waits for the answer
            answer = CompletableFuture.failedFuture(e);
        }
        answer(exchange, answer);
    }

    private static HttpCall call(HttpServerExchange exchange, byte[] body) {
        return new HttpCall(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                new UndertowHeaders(exchange.getRequestHeaders()),
                body);
    }

    private static void answer(HttpServerExchange exchange, CompletableFuture<HttpAnswer> answer) {
        try {
            exchange.getIoThread()
                    .execute(answer.isDone() ? () -> finish(exchange, answer) : () -> await(exchange, answer));
        } catch (RejectedExecutionException e) {
            LOG.debug("A call gets no answer because the server is closing", e);
            answer.cancel(false); // nobody waits for it
        }
    }

    /** Runs on the I/O thread, as all that comes after it. */
    private static void await(HttpServerExchange exchange, CompletableFuture<HttpAnswer> answer) {
        HangUpWatch watch = HangUpWatch.on(exchange);
        waitingOn(exchange.getConnection()).set(answer);
        CompletableFuture<?> unused =
                answer.whenComplete((ready, failure) -> exchange.getIoThread().execute(() -> {
                    watch.end();
                    waitingOn(exchange.getConnection()).set(null);
                    finish(exchange, answer);
                }));
    }

    private static void finish(HttpServerExchange exchange, CompletableFuture<HttpAnswer> answer) {
        exchange.getAttachment(SHARE).is(0);
        if (answer.isCancelled()) {
            exchange.endExchange();
            return;
        }
        try {
            send(exchange, answer.join());
        } catch (CompletionException e) {
            LOG.error("The service threw instead of answering", e.getCause());
            send(exchange, new HttpAnswer(StatusCodes.INTERNAL_SERVER_ERROR, Map.of(), new byte[0]));
        }
    }

    /** Returns where a connection keeps the answer that it waits for, which is cancelled when the connection closes. */
    private static AtomicReference<@Nullable CompletableFuture<HttpAnswer>> waitingOn(ServerConnection connection) {
        AtomicReference<@Nullable CompletableFuture<HttpAnswer>> waiting = connection.getAttachment(WAITING);
        if (waiting != null) {
            return waiting;
        }
        AtomicReference<@Nullable CompletableFuture<HttpAnswer>> created = new AtomicReference<>();
        connection.putAttachment(WAITING, created);
        connection.addCloseListener(closed -> {
            CompletableFuture<HttpAnswer> open = created.get();
            if (open != null) {
                open.cancel(false);
            }
        });
        return created;
    }

    /** Browsers shall take an answer for what it says it is, and give none to pages of other sites. */
    private static void send(HttpServerExchange exchange, HttpAnswer answer) {
        send(exchange, answer, IoCallback.END_EXCHANGE);
    }

    private static void send(HttpServerExchange exchange, HttpAnswer answer, IoCallback sent) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders()
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(RESOURCE_POLICY, "same-origin");
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, answer.body().length);
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()), sent);
    }
}
