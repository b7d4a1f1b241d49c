package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code stepwright run} with functions, services and APIs that are there. */
class RunElsewhereTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer elsewhere;

    @BeforeEach
    void a_service() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", this::answer);
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            asked.add(target == null ? exchange.getRequestURI().toString() : target);
            byte[] answer = "{\"TableNames\": [\"t\"]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort();
    }

    private int run(String states, String... options) throws IOException {
        Path definition = Files.writeString(folder.resolve("machine.asl.json"), states);
        CommandLine line = Stepwright.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        arguments[1] = definition.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return line.execute(arguments);
    }

    private static final String THREE = """
            {"StartAt": "Function", "TimeoutSeconds": 600, "States": {
              "Function": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "TimeoutSeconds": 60, "Next": "Rest"},
              "Rest": {"Type": "Wait", "Seconds": 300, "Next": "Service"},
              "Service": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:listTables", "Parameters": {}, "TimeoutSeconds": 60, "Next": "Api"},
              "Api": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 60, "End": true, "Parameters": {
                "ApiEndpoint": "https://api.example.com/v1", "Method": "GET",
                "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/Api/1"}}}}}""";

    @Test
    void tasks_are_done_where_the_options_say_while_a_virtual_clock_stands_still() throws IOException {
        Path connections = Files.writeString(
                folder.resolve("connections.json"),
                "{\"Api\": {\"Endpoints\": {\"https://api.example.com\": \"" + url() + "\"}}}");

        int code = run(
                THREE,
                "--virtual-time",
                "--lambda-endpoint",
                url(),
                "--aws-endpoint",
                "dynamodb=" + url(),
                "--connections",
                connections.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(asked).containsExactly("/2015-03-31/functions/f/invocations", "DynamoDB_20120810.ListTables", "/v1");
        assertThat(out.toString()).contains("SUCCEEDED after 300.00 s", "\"StatusText\": \"OK\"");
    }

    @Test
    void stubs_go_first_and_what_nobody_does_is_told() throws IOException {
        int code = run(THREE, "--virtual-time", "--stub", "Function=1", "--aws-endpoint", url());

        assertThat(err.toString()).contains("nothing does the task of \"Api\"");
        assertThat(code).isEqualTo(1);
        assertThat(asked).containsExactly("DynamoDB_20120810.ListTables");
    }

    @Test
    void an_endpoint_that_cannot_be_used_is_told() throws IOException {
        assertThat(run(THREE, "--aws-endpoint", "nosuch=" + url())).isEqualTo(1);
        assertThat(err.toString()).contains("--aws-endpoint: there is an endpoint of [nosuch]");
        assertThat(run(THREE, "--connections", "none.json")).isEqualTo(1);
        assertThat(err.toString()).contains("--connections: there is no file none.json");
    }
}
