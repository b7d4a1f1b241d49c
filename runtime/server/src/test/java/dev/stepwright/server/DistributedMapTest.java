package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import tools.jackson.databind.JsonNode;

/** Distributed Maps whose items come from objects and whose results go to objects, in a folder. */
class DistributedMapTest {
    private static final String NUMBERS = "n\n1\n2\n3\n";
    private static final String MAP = """
            {"StartAt": "Each", "States": {"Each": {
              "Type": "Map",
              "Label": "numbers",
              "MaxConcurrency": 1,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                "Parameters": {"Bucket": "data", "Key": "numbers.csv"},
                "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Two?",
                "States": {
                  "Two?": {"Type": "Choice", "Choices": [{"Variable": "$.n", "StringEquals": "2", "Next": "Refused"}],
                           "Default": "Doubled"},
                  "Doubled": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{}{}', $.n, $.n)"}, "End": true},
                  "Refused": {"Type": "Fail", "Error": "Two", "Cause": "not two"}}},
              "ResultWriter": %s,
              %s
              "End": true}}}""";
    private static final String EXPORT = """
            {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "data", "Prefix": "out"}}""";
    private static final String LINES = """
            {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "data", "Prefix": "out/"},
             "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"}}""";

    @TempDir
    private Path folder;

    private DescribeExecutionResponse run(String writer, String tolerance) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/numbers.csv"), NUMBERS);
        try (RunningServer server = RunningServer.start(config -> config.objects(folder))) {
            String machine = server.machine("spread", MAP.formatted(writer, tolerance));
            return server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn());
        }
    }

    private JsonNode read(JsonNode key) throws IOException {
        return JsonDocument.parse(text(key)).root();
    }

    private String text(JsonNode key) throws IOException {
        return Files.readString(folder.resolve("data").resolve(key.stringValue()));
    }

    private JsonNode theOnlyManifest() throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> manifests =
                    files.filter(file -> file.endsWith("manifest.json")).toList();
            assertThat(manifests).hasSize(1);
            return JsonDocument.read(manifests.get(0)).root();
        }
    }

    @Test
    void results_are_written_as_files_that_a_manifest_names() throws IOException {
        DescribeExecutionResponse ended = run(EXPORT, "\"ToleratedFailureCount\": 1,");

        assertThat(ended.status()).as(ended.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        JsonNode output = JsonDocument.parse(ended.output()).root();
        String run = output.path("MapRunArn").stringValue();
        assertThat(run).startsWith("arn:aws:states:us-east-1:123456789012:mapRun:spread/numbers:");
        JsonNode details = output.path("ResultWriterDetails");
        assertThat(details.path("Bucket").stringValue()).isEqualTo("data");
        assertThat(details.path("Key").stringValue())
                .isEqualTo("out/" + run.substring(run.lastIndexOf(':') + 1) + "/manifest.json");
        JsonNode manifest = read(details.path("Key"));
        assertThat(manifest.path("DestinationBucket").stringValue()).isEqualTo("data");
        assertThat(manifest.path("MapRunArn").stringValue()).isEqualTo(run);
        JsonNode files = manifest.path("ResultFiles");
        assertThat(files.path("PENDING")).isEmpty();
        JsonNode file = files.path("SUCCEEDED").path(0);
        assertThat(file.path("Size").asLong())
                .isEqualTo(Files.size(
                        folder.resolve("data").resolve(file.path("Key").stringValue())));
        JsonNode first = read(file.path("Key")).path(0);
        assertThat(first.path("Output").stringValue()).isEqualTo("{\"text\":\"11\"}");
        assertThat(first.path("Input").stringValue()).isEqualTo("{\"n\":\"1\"}");
        assertThat(first.path("Status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(first.path("ExecutionArn").stringValue())
                .startsWith("arn:aws:states:us-east-1:123456789012:execution:spread/numbers:");
        assertThat(read(file.path("Key"))).hasSize(2);
        JsonNode failed = read(files.path("FAILED").path(0).path("Key")).path(0);
        assertThat(failed.path("Error").stringValue()).isEqualTo("Two");
        assertThat(failed.path("Cause").stringValue()).isEqualTo("not two");
    }

    @Test
    void outputs_alone_are_written_a_line_each() throws IOException {
        DescribeExecutionResponse ended = run(LINES, "\"ToleratedFailurePercentage\": 50,");

        assertThat(ended.status()).as(ended.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        JsonNode key = JsonDocument.parse(ended.output()).root().at("/ResultWriterDetails/Key");
        JsonNode file = read(key).at("/ResultFiles/SUCCEEDED/0/Key");
        assertThat(file.stringValue()).endsWith("/SUCCEEDED_0.jsonl");
        assertThat(text(file)).isEqualTo("{\"text\":\"11\"}\n{\"text\":\"33\"}\n");
    }

    @Test
    void a_map_with_too_many_failures_tells_also_what_has_not_begun() throws IOException {
        DescribeExecutionResponse ended = run(EXPORT, "");

        assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(ended.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        JsonNode files = theOnlyManifest().path("ResultFiles");
        assertThat(read(files.at("/SUCCEEDED/0/Key"))).hasSize(1);
        assertThat(read(files.at("/FAILED/0/Key"))).hasSize(1);
        JsonNode pending = read(files.at("/PENDING/0/Key"));
        assertThat(pending).hasSize(1);
        assertThat(pending.path(0).path("Input").stringValue()).isEqualTo("{\"n\":\"3\"}");
    }

    @Test
    void a_map_fails_where_nothing_writes_its_results() {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("nowhere", """
                    {"StartAt": "Each", "States": {"Each": {
                      "Type": "Map",
                      "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                        "StartAt": "Done", "States": {"Done": {"Type": "Pass", "End": true}}},
                      "ResultWriter": %s,
                      "End": true}}}""".formatted(EXPORT));

            DescribeExecutionResponse ended = server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(machine).input("[1, 2]"))
                    .executionArn());

            assertThat(ended.error()).isEqualTo("States.ResultWriterFailed");
            assertThat(ended.cause()).contains("arn:aws:states:::s3:putObject", "--objects");
        }
    }
}
