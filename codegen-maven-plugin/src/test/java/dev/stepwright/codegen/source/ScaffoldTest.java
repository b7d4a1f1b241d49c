package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {
    private static final String DEFINITION = """
            {"StartAt": "Is it: new?", "States": {"Is it: new?": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:a",
              "Parameters": {"id.$": "$.order.id", "limit": 3},
              "ResultSelector": {"is.$": "$.answer.isNew"}}}}
            """;

    @TempDir
    Path directory;

    @Test
    void inferred_schemas_are_written_once_where_generate_reads_them() throws IOException {
        Sources sources = new Sources(directory).with("shop/order.asl.json", DEFINITION);

        List<Path> written = scaffold();

        assertThat(written)
                .extracting(file -> directory.toAbsolutePath().relativize(file).toString())
                .containsExactly(
                        "shop/order.input.schema.json",
                        "shop/order.output.schema.json",
                        "shop/order.tasks/Is it%3A new%3F.input.schema.json",
                        "shop/order.tasks/Is it%3A new%3F.output.schema.json");
        assertThat(written.get(2)).content().isEqualToIgnoringWhitespace("""
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "type": "object",
                  "properties": {
                    "id": {},
                    "limit": { "type": "integer" }
                  },
                  "required": ["id", "limit"]
                }
                """);
        assertThat(Files.readString(written.get(3)))
                .doesNotContain("description", "nferred")
                .contains("isNew");
        assertThat(sources.files()).hasSizeGreaterThan(5);
        assertThat(scaffold()).isEmpty();
    }

    @Test
    void what_a_service_documents_keeps_its_one_class() throws IOException {
        Sources sources = new Sources(directory).with("order.asl.json", """
                {"StartAt": "Tell", "States": {
                  "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                    "Parameters": {"TopicArn": "t", "Message.$": "$.text"}, "ResultPath": null, "Next": "Tell again"},
                  "Tell again": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                    "Parameters": {"TopicArn": "t", "Message.$": "$.text"}, "ResultPath": null, "End": true}}}
                """);

        assertThat(scaffold())
                .extracting(file -> file.getFileName().toString())
                .contains("Tell.input.schema.json")
                .noneMatch(name -> name.startsWith("Tell") && name.endsWith("output.schema.json"));
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains("SnsPublishOutput tell(", "SnsPublishOutput tellAgain(");
    }

    @Test
    void a_scaffold_that_nobody_edits_changes_no_type() throws IOException {
        Sources sources = new Sources(directory).with("order.asl.json", """
                {"StartAt": "Look up: all", "States": {
                  "Look up: all": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:a", "Next": "Known?"},
                  "Known?": {"Type": "Choice", "Choices": [{"Variable": "$.foo", "NumericEquals": 1, "Next": "Use"}], "Default": "No"},
                  "Use": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:b", "End": true},
                  "No": {"Type": "Fail"}}}
                """);
        SortedMap<String, List<String>> before = sources.compiled().shapes();

        scaffold();

        assertThat(directory.resolve("order.tasks/Use.input.schema.json"))
                .content()
                .contains("\"$ref\": \"Look%20up%253A%20all.output.schema.json\"");
        assertThat(sources.compiled().shapes()).containsAllEntriesOf(before);
    }

    @Test
    void a_schema_that_somebody_wrote_stays() throws IOException {
        Sources sources = new Sources(directory)
                .with("order.asl.json", DEFINITION)
                .with("order.input.schema.json", "{\"type\": \"object\"}");

        scaffold();

        assertThat(sources.directory().resolve("order.input.schema.json")).hasContent("{\"type\": \"object\"}");
    }

    @Test
    void beside_a_broken_definition_nothing_is_written() throws IOException {
        new Sources(directory).with("order.asl.json", DEFINITION).with("broken.asl.json", "{}");

        assertThat(scaffold()).isEmpty();
    }

    private List<Path> scaffold() throws IOException {
        return new Scaffold(SourceFolder.of(directory)).run(new Findings(false, Suppressions.of(List.of())));
    }
}
