package dev.stepwright.server;

import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.server.control.ControlPlane;
import dev.stepwright.server.control.Ports;
import dev.stepwright.server.http.AwsJsonEndpoint;
import dev.stepwright.server.http.HttpServer;
import dev.stepwright.server.http.UndertowServer;
import dev.stepwright.server.task.LambdaTasks;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running server. */
public final class StepwrightServer implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final ServerConfig config;
    private final HttpServer http = new UndertowServer();
    private final @Nullable LambdaTasks lambda;
    private final ControlPlane plane;

    private StepwrightServer(ServerConfig config) {
        this.config = config;
        this.lambda = config.lambdaEndpoint() == null ? null : new LambdaTasks(config.lambdaEndpoint());
        EngineConfig.Builder engine = EngineConfig.builder()
                .region(config.account().region())
                .account(config.account().id())
                .store(new InMemoryStore(config.mostEnded()))
                .waitTimeScale(config.waitTimeScale());
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        this.plane = new ControlPlane(
                engine,
                lambda == null ? List.of() : List.of(lambda),
                new ControlPlane.Settings(config.account(), secret, config.pollTime(), config.mostEnded()),
                new Ports(InstantSource.system(), UUID::randomUUID, random::nextDouble));
    }

    /**
     * Starts a server; it takes calls when this returns.
     *
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public static StepwrightServer start(ServerConfig config) {
        StepwrightServer server = new StepwrightServer(config);
        try {
            server.listen();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void listen() {
        http.start(config.address(), new AwsJsonEndpoint(plane.operations(), UUID::randomUUID));
    }

    /** Returns where the server takes calls, with the real port. */
    public URI endpoint() {
        return URI.create("http://" + config.address().getHostString() + ":" + http.port());
    }

    /** Stops listening and ends all threads; executions that run are lost. */
    @Override
    public void close() {
        http.close();
        plane.close();
        if (lambda != null) {
            lambda.close();
        }
    }
}
