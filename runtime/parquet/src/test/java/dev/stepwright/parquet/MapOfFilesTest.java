package dev.stepwright.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A distributed Map whose items an engine finds in files, by what is on the class path. */
class MapOfFilesTest {
    private static final String PARQUET = Base64.getEncoder().encodeToString(TestFile.bytes("nested.parquet"));

    /** What is in the bucket. */
    private static final Map<String, String> OBJECTS = Map.of(
            "rows.parquet",
            PARQUET,
            "rows.csv.zst",
            ZstandardTest.PACKED,
            "rows.csv.zstd",
            ZstandardTest.PACKED,
            "broken.parquet",
            Base64.getEncoder().encodeToString("PAR1".getBytes(StandardCharsets.US_ASCII)),
            "text.parquet",
            "a,b\n1,2\n",
            "manifest.csv",
            "s3://b/rows.parquet\ns3://b/rows.parquet\n",
            "manifest.json",
            """
                    {"destinationBucket": "arn:aws:s3:::b", "fileFormat": "CSV", "fileSchema": "a, b",
                     "files": [{"key": "rows.csv.zst"}]}""");

    private static Outcome<JsonNode> outcome(String reader) {
        String definition = """
                {"StartAt": "Map", "States": {"Map": {"Type": "Map", "End": true, "ItemReader": %s,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "In", "States": {"In": {"Type": "Pass", "End": true}}}}}}""".formatted(reader);
        TaskHandlers s3 = TaskHandlers.builder()
                .resource(
                        "arn:aws:states:::s3:getObject",
                        JsonNode.class,
                        (parameters, task) -> object(parameters.path("Key").stringValue()))
                .resource("arn:aws:states:::s3:listObjectsV2", JsonNode.class, (parameters, task) -> listed())
                .build();
        try (Engine engine = Engine.create(EngineConfig.builder().handlers(s3).build())) {
            return engine.register(
                            "machine",
                            StateMachineDefinition.of(
                                    JsonDocument.parse(definition).root()),
                            JsonNode.class,
                            JsonNode.class,
                            TaskHandlers.none())
                    .start(JsonNodeFactory.instance.objectNode())
                    .await();
        }
    }

    private static JsonNode object(String key) {
        return JsonNodeFactory.instance.objectNode().put("Body", OBJECTS.get(key));
    }

    private static JsonNode listed() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("Contents").addObject().put("Key", "rows.parquet");
        return list;
    }

    private static String reader(String key, String config) {
        return """
                {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {%s}, "Parameters": {"Bucket": "b", "Key": "%s"}}""".formatted(config, key);
    }

    @Test
    void the_rows_of_a_file_are_the_items() {
        assertThat(outcome(reader("rows.parquet", "\"InputType\": \"PARQUET\"")).output())
                .isEqualTo(TestFile.json("nested.json"));
    }

    @Test
    void no_more_rows_are_items_than_max_items() {
        assertThat(outcome(reader("rows.parquet", "\"InputType\": \"PARQUET\", \"MaxItems\": 2"))
                        .output()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void the_rows_of_all_files_that_a_manifest_of_athena_names_are_items() {
        assertThat(outcome(reader(
                                "manifest.csv",
                                "\"InputType\": \"PARQUET\", \"ManifestType\": \"ATHENA_DATA\", \"MaxItems\": 4"))
                        .output()
                        .size())
                .isEqualTo(4);
    }

    @Test
    void the_rows_of_all_files_in_a_list_are_items() {
        assertThat(outcome("""
                        {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b"},
                         "ReaderConfig": {"InputType": "PARQUET", "Transformation": "LOAD_AND_FLATTEN"}}""").output()).isEqualTo(TestFile.json("nested.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.parquet", "text.parquet"})
    void a_file_that_is_broken_fails_the_map(String key) {
        assertThat(outcome(reader(key, "\"InputType\": \"PARQUET\"")))
                .isEqualTo(new Outcome.Failed<>(
                        "States.ItemReaderFailed", "The file cannot be read as Parquet: it does not begin with PAR1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.csv.zst", "rows.csv.zstd"})
    void a_text_may_be_packed_with_zstandard(String key) {
        assertThat(outcome(reader(key, "\"InputType\": \"CSV\"")).output())
                .isEqualTo(JsonDocument.parse("[{\"a\": \"1\", \"b\": \"2\"}, {\"a\": \"3\", \"b\": \"4\"}]")
                        .root());
    }

    @Test
    void so_may_the_files_of_an_inventory() {
        assertThat(outcome(reader("manifest.json", "\"InputType\": \"MANIFEST\""))
                        .output()
                        .size())
                .isEqualTo(3);
    }
}
