package dev.stepwright.server;

import dev.stepwright.server.control.ControlPlane;
import dev.stepwright.server.control.Ports;
import dev.stepwright.server.http.AwsJsonEndpoint;
import dev.stepwright.server.http.HttpServer;
import dev.stepwright.server.http.UndertowServer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** A running server. */
public final class StepwrightServer implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final ServerConfig config;
    private final HttpServer http;

    private StepwrightServer(ServerConfig config, HttpServer http) {
        this.config = config;
        this.http = http;
    }

    /**
     * Starts a server; it takes calls when this returns.
     *
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public static StepwrightServer start(ServerConfig config) {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Ports ports = new Ports(InstantSource.system(), UUID::randomUUID, random::nextDouble);
        ControlPlane plane = new ControlPlane(config.account(), ports, secret);
        HttpServer http = new UndertowServer();
        http.start(config.address(), new AwsJsonEndpoint(plane.operations(), ports.ids()));
        return new StepwrightServer(config, http);
    }

    /** Returns where the server takes calls, with the real port. */
    public URI endpoint() {
        return URI.create("http://" + config.address().getHostString() + ":" + http.port());
    }

    @Override
    public void close() {
        http.close();
    }
}
