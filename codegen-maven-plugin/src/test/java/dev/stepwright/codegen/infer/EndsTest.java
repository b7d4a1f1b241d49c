package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFile.Inferred;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.Position;
import dev.stepwright.types.Shape;
import dev.stepwright.types.ShapeSchemas;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndsTest {
    private static final String TAKEN = "{\"type\":\"object\",\"properties\":{\"order\":"
            + "{\"type\":\"object\",\"properties\":{\"id\":{}}},\"any\":{\"type\":\"object\",\"additionalProperties\":{}}}}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"order": {"properties": {"id": {}}}}                                           | true
            {"order": {"properties": {"id": {}, "gift": {}}}}                               | false
            {"gift": {}}                                                                    | false
            {"any": {"properties": {"gift": {}}}}                                           | true
            {"order": {}, "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID": {"type": "string"}} | true
            """)
    void the_input_of_a_task_is_that_of_the_machine_if_all_of_it_has_a_place_there(String given, boolean isTaken) {
        Inferred origin = new Inferred(Path.of("shipping.asl.json"), "shipping.asl.json", "the input", Position.START);
        SchemaFile input = SchemaFile.inferred(
                origin, new SchemaFile.Told(JsonDocument.parse(TAKEN).root(), Map.of()));
        Shape arguments =
                ShapeSchemas.shape(JsonDocument.parse("{\"properties\": {\"Input\": {\"properties\": " + given + "}}}")
                        .root());

        assertThat(new Ends("shipping.asl.json", input, null).in(arguments).containsKey("Input"))
                .isEqualTo(isTaken);
    }
}
