package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of schemas and Java types in the manual is true, row by row. */
class MappingTableTest {
    private static final Path MANUAL = Path.of("../docs/maven-plugin.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\{.*?\\})`[^|]*\\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\|");
    private static final Pattern COMPONENT = Pattern.compile("(?s)record OrderInput\\((.*?)\\smember\\)");

    record Row(String schema, List<String> types) {
        @Override
        public String toString() {
            return schema;
        }
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = Files.readAllLines(MANUAL).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group(1), List.of(row.group(2), row.group(3), row.group(4))))
                .toList();
        assertThat(rows).hasSizeGreaterThan(25);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_schema_becomes_the_type_that_the_manual_says(Row row, @TempDir Path directory) {
        List<String> types = List.of(
                component(directory, row, "[\"member\"]", Nullness.OPTIONAL),
                component(directory, row, "[]", Nullness.OPTIONAL),
                component(directory, row, "[]", Nullness.JSPECIFY));

        assertThat(types).isEqualTo(row.types());
    }

    private static String component(Path directory, Row row, String required, Nullness nullness) {
        String text = new Sources(directory)
                        .with("order.asl.json", Sources.DEFINITION)
                        .with("order.input.schema.json", """
                        {"type": "object", "required": %s, "properties": {"member": %s}}
                        """.formatted(required, row.schema()))
                        .files(nullness)
                        .stream()
                        .filter(file -> file.path().endsWith("/OrderInput.java"))
                        .map(GeneratedFile::text)
                        .collect(Collectors.joining());
        Matcher component = COMPONENT.matcher(text);
        assertThat(component.find()).as(text).isTrue();
        return component
                .group(1)
                .replaceAll("@Json\\w+(\\([^)]*\\))?\\s*", "")
                .replace("OrderInput.", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
