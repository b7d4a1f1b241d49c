package dev.stepwright.server;

import dev.stepwright.server.control.Account;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs.
 *
 * @param address where it listens; port 0 for any that is free
 * @param lambdaEndpoint where functions are invoked; null if there are none
 * @param waitTimeScale what the times of Wait states are multiplied by, above 0; 1 for real time
 */
public record ServerConfig(
        InetSocketAddress address,
        Account account,
        @Nullable URI lambdaEndpoint,
        double waitTimeScale) {
    /** The port that Step Functions Local has. */
    public static final int DEFAULT_PORT = 8083;

    public ServerConfig {
        if (!(waitTimeScale > 0)) {
            throw new IllegalArgumentException("a wait time scale is above 0, but this is " + waitTimeScale);
        }
    }

    /** Returns a server on a port of the loopback interface, for account 123456789012 in us-east-1. */
    public static ServerConfig onPort(int port) {
        return new ServerConfig(
                new InetSocketAddress("127.0.0.1", port), new Account("123456789012", "us-east-1"), null, 1);
    }

    public ServerConfig withLambdaEndpoint(URI endpoint) {
        return new ServerConfig(address, account, endpoint, waitTimeScale);
    }
}
