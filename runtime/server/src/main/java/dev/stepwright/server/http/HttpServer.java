package dev.stepwright.server.http;

import java.net.InetSocketAddress;

/** An HTTP/1.1 server; the only thing that the rest of the program knows of one. */
public interface HttpServer extends AutoCloseable {
    /**
     * Listens and serves until {@link #close}.
     *
     * @param address where to listen; port 0 for any that is free
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    void start(InetSocketAddress address, HttpService service);

    /** Returns the port on which the started server listens. */
    int port();

    /** Stops listening, drops open connections and ends all threads. */
    @Override
    void close();
}
