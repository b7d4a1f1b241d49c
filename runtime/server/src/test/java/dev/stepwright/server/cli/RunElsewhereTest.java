package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.StandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code stepwright run} with functions, services and APIs that are there. */
class RunElsewhereTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AutoClose
    private final StandIn elsewhere = new StandIn("{\"TableNames\": [\"t\"]}");

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
                "{\"Api\": {\"Endpoints\": {\"https://api.example.com\": \"" + elsewhere.url() + "\"}}}");

        int code = run(
                THREE,
                "--virtual-time",
                "--lambda-endpoint",
                elsewhere.url(),
                "--aws-endpoint",
                "dynamodb=" + elsewhere.url(),
                "--connections",
                connections.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(elsewhere.targets())
                .containsExactly("/2015-03-31/functions/f/invocations", "DynamoDB_20120810.ListTables", "/v1");
        assertThat(out.toString()).contains("SUCCEEDED after 300.00 s", "\"StatusText\": \"OK\"");
    }

    @Test
    void stubs_go_first_and_what_nobody_does_is_told() throws IOException {
        int code = run(THREE, "--virtual-time", "--stub", "Function=1", "--aws-endpoint", elsewhere.url());

        assertThat(err.toString()).contains("no stub or endpoint for the call of \"Api\"");
        assertThat(code).isEqualTo(1);
        assertThat(elsewhere.targets()).containsExactly("DynamoDB_20120810.ListTables");
    }

    @Test
    void an_endpoint_that_cannot_be_used_is_told() throws IOException {
        assertThat(run(THREE, "--aws-endpoint", "nosuch=" + elsewhere.url())).isEqualTo(1);
        assertThat(err.toString()).contains("--aws-endpoint: there is an endpoint of [nosuch]");
        assertThat(run(THREE, "--connections", "none.json")).isEqualTo(1);
        assertThat(err.toString()).contains("--connections: there is no file none.json");
    }
}
