package dev.stepwright.server.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Throws away what still comes of a body when its call has been answered, and hangs up then. If the connection ended before, the caller would be told
 * that it is broken, and not the answer.
 *
 * @param patience how long that may take
 */
record UndertowUnreadBody(Duration patience) implements IoCallback {
    /** Whoever sends more than this, in bytes, does not get to read the answer. */
    private static final long MOST = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(UndertowUnreadBody.class);

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
        if (exchange.getConnection() instanceof HttpServerConnection connection) {
            endAnswer(connection);
        }
        Connectors.resetRequestChannel(exchange);
        StreamSourceChannel rest = exchange.getRequestChannel();
        XnioExecutor.Key end;
        try {
            end = exchange.getIoThread()
                    .executeAfter(() -> hangUp(exchange), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The rest of a body is not read because the server is closing", e);
            hangUp(exchange);
            return;
        }
        Runnable hangUp = () -> {
            end.remove();
            hangUp(exchange);
        };
        rest.getReadSetter()
                .set(ChannelListeners.drainListener(MOST, drained -> hangUp.run(), (broken, problem) -> hangUp.run()));
        rest.resumeReads();
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException problem) {
        LOG.debug("A refusal cannot be sent", problem);
        hangUp(exchange);
    }

    /** Says that nothing more comes: some read on until then. */
    private static void endAnswer(HttpServerConnection connection) {
        try {
            connection.getOriginalSinkConduit().terminateWrites();
            connection.getOriginalSinkConduit().flush();
        } catch (IOException e) {
            LOG.debug("The end of a refusal cannot be sent", e);
        }
    }

    private static void hangUp(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
    }
}
