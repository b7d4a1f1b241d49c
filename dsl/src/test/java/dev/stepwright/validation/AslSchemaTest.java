package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Holds the published JSON Schema and the table of fields the same.
 *
 * <p>{@code -Dstepwright.schema.write=true} writes the schema anew.
 */
class AslSchemaTest {
    private static final Path SCHEMA = Path.of("src/main/resources/META-INF/stepwright/asl.schema.json");

    @Test
    void the_published_schema_is_the_one_made_from_the_table() throws IOException {
        AslSchema schema = new AslSchema();
        String text = schema.text();
        if (Boolean.getBoolean("stepwright.schema.write")) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, text);
        }

        assertThat(schema.missing()).as("fields without a text").isEmpty();
        assertThat(schema.unused()).as("texts without a field").isEmpty();
        assertThat(Files.readString(SCHEMA)).isEqualTo(text);
    }

    @Test
    void each_kind_of_object_has_the_fields_of_the_table_and_no_other() throws IOException {
        JsonNode kinds = JsonDocument.parse(Files.readString(SCHEMA)).root().path("$defs");
        Map<String, Set<String>> inSchema = new TreeMap<>();
        Map<String, Set<String>> inTable = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.UNKNOWN_STATE) {
                inTable.put(
                        kind.name(),
                        Fields.of(kind).stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        kinds.properties().stream()
                .filter(kind ->
                        kind.getValue().has("properties") && !kind.getKey().equals("STATE"))
                .forEach(kind -> inSchema.put(
                        kind.getKey(),
                        new TreeSet<>(kind.getValue().path("properties").propertyNames())));

        assertThat(inSchema).isEqualTo(inTable);
    }

    /** Wherever a field takes one of a few words, a word that is none of them; the findings then list those that are. */
    private static final String WRONG_WORDS = """
            {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
              "Retry": [{"ErrorEquals": ["E"], "JitterStrategy": "?"}],
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"}, "ReaderConfig":
                {"InputType": "?", "Transformation": "?", "ManifestType": "?", "CSVHeaderLocation": "?", "CSVDelimiter": "?"}},
              "ResultWriter": {"WriterConfig": {"Transformation": "?", "OutputType": "?"}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "?", "ExecutionType": "?"},
                "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}}
            """;

    @Test
    void the_words_of_a_field_are_those_that_the_rules_allow() throws IOException {
        JsonNode kinds = JsonDocument.parse(Files.readString(SCHEMA)).root().path("$defs");
        Set<String> inSchema = new TreeSet<>();
        kinds.properties().stream()
                .flatMap(kind -> kind.getValue().path("properties").properties().stream())
                .filter(field -> field.getValue().at("/anyOf/0").has("enum"))
                .filter(field -> !Set.of("QueryLanguage", "Version").contains(field.getKey()))
                .forEach(field -> inSchema.add(field.getKey() + " "
                        + field.getValue().at("/anyOf/0/enum").values().stream()
                                .map(JsonNode::stringValue)
                                .collect(Collectors.joining(", "))));
        Pattern message = Pattern.compile("(\\w+) must be one of ([A-Z0-9_, ]+), found \"\\?\".*");

        Set<String> inRules = Validator.validate("words", WRONG_WORDS).stream()
                .map(diagnostic -> message.matcher(diagnostic.message()))
                .filter(Matcher::matches)
                .map(found -> found.group(1) + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inSchema).isEqualTo(inRules).hasSize(10);
    }
}
