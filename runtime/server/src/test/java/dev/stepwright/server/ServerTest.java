package dev.stepwright.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Tests that share one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerTest {
    final RunningServer server = RunningServer.start();
    final SfnClient sfn = server.client();

    @AfterAll
    void stop() {
        server.close();
    }
}
