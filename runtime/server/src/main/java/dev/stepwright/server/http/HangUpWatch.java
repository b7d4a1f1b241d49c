package dev.stepwright.server.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Notices that a caller hangs up while it waits for its answer. Undertow itself does not read while a request is being served
 * and would hand a task to a worker that died long ago. Used on the connection's I/O thread alone.
 */
final class HangUpWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HangUpWatch.class);

    private final HttpServerConnection connection;
    private final StreamSourceConduit source;
    private boolean isOver;

    private HangUpWatch(HttpServerConnection connection) {
        this.connection = connection;
        this.source = connection.getOriginalSourceConduit();
    }

    /** Starts to watch; the connection is closed, and with it its close listeners called, once the caller has gone. */
    static HangUpWatch on(HttpServerExchange exchange) {
        HangUpWatch watch = new HangUpWatch((HttpServerConnection) exchange.getConnection());
        watch.connection.getChannel().getSourceChannel().setReadListener(channel -> watch.read());
        watch.source.resumeReads();
        return watch;
    }

    /** Ends the watch, before the answer is sent. */
    void end() {
        if (!isOver) {
            isOver = true;
            source.suspendReads();
            connection.getChannel().getSourceChannel().setReadListener(null);
        }
    }

    private void read() {
        PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
        boolean isKept = false;
        try {
            int count = source.read(pooled.getBuffer());
            if (count < 0) {
                end();
                IoUtils.safeClose(connection);
            } else if (count > 0) {
                // The next request has come already: it waits for its turn.
                pooled.getBuffer().flip();
                connection.ungetRequestBytes(pooled);
                isKept = true;
                end();
            }
        } catch (IOException e) {
            LOG.debug("A caller closed its connection before its answer", e);
            end();
            IoUtils.safeClose(connection);
        } finally {
            if (!isKept) {
                pooled.close();
            }
        }
    }
}
