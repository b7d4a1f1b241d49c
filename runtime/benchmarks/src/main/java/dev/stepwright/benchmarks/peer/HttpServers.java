package dev.stepwright.benchmarks.peer;

import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.StepwrightServer;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpServer;
import dev.stepwright.server.http.UndertowServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.JsonNodeFactory;

/** Our endpoint, and beside it the same HTTP server with an answer that is always the same. Serves until its input ends. */
final class HttpServers {
    private static final byte[] BODY = "{\"status\":\"SUCCEEDED\"}".getBytes(StandardCharsets.UTF_8);

    private HttpServers() {}

    static void serve() throws Exception {
        HttpAnswer answer = new HttpAnswer(200, Map.of("Content-Type", "application/x-amz-json-1.0"), BODY);
        try (HttpServer bare = new UndertowServer(null);
                StepwrightServer server = StepwrightServer.start(ServerConfig.onPort(0))) {
            bare.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    call -> CompletableFuture.completedFuture(answer));
            Meter.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("bare", bare.port())
                    .put("server", server.endpoint().getPort()));
            while (System.in.read() >= 0) {
                // The other side closes the stream when it has finished.
            }
        }
    }
}
