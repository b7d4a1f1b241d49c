package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A record with so many members that copies are made by its builder. */
class LargeRecordTest {
    private static final String SCHEMA = """
            {
              "type": "object",
              "required": ["a", "b", "c"],
              "properties": {
                "a": {"type": "string"}, "b": {"type": "integer"}, "c": {"type": "array", "items": {"type": "string"}},
                "d": {"type": "string"}, "e": {"type": "boolean"}, "f": {"type": ["string", "null"]},
                "g": {"type": "string", "format": "byte"}, "from": {"type": "string"}, "type": {"type": "string"},
                "h": {}, "i": {"type": "number"}, "j": {"type": "string", "format": "date"}, "k": {"enum": ["x", "y"]}
              },
              "additionalProperties": {"type": "integer"}
            }
            """;

    private static final JsonNode JSON = JsonDocument.parse("""
            {"a": "1", "b": 2, "c": ["3"], "d": "4", "e": true, "f": null, "g": "AAEC", "from": "5", "type": "6",
             "h": {"seven": 7}, "i": 8.5, "j": "2026-01-01", "k": "x", "more": 9}
            """).root();

    @ParameterizedTest
    @EnumSource(Nullness.class)
    void a_copy_differs_in_the_one_value_and_keeps_all_others(Nullness nullness, @TempDir Path directory)
            throws ReflectiveOperationException {
        Sources sources = new Sources(directory)
                .with("order.asl.json", Sources.DEFINITION)
                .with("order.input.schema.json", SCHEMA);
        Class<?> type = Compiled.of(sources.files(nullness)).type("com.acme.OrderInput");
        Object order = JavaValues.fromJson(JSON, type);

        Object changed = type.getMethod("withA", String.class).invoke(order, "one");
        changed = type.getMethod("withB", long.class).invoke(changed, 3L);
        changed = type.getMethod("withFrom", String.class).invoke(changed, "there");
        changed = type.getMethod("withoutD").invoke(changed);
        changed = type.getMethod("withF", String.class).invoke(changed, "six");

        assertThat(JavaValues.toJson(order)).hasToString(JSON.toString());
        assertThat(JavaValues.toJson(changed))
                .hasToString(JsonDocument.parse("""
                {"a": "one", "b": 3, "c": ["3"], "e": true, "f": "six", "g": "AAEC", "from": "there", "type": "6",
                 "h": {"seven": 7}, "i": 8.5, "j": "2026-01-01", "k": "x", "more": 9}
                """).root().toString());
    }
}
