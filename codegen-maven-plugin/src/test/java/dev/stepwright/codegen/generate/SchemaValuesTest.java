package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Each file of {@code cases/values} holds a schema, values that the generated type takes and gives back as they were, and values
 * that it refuses with a message that says a given thing. A case may say in which Java type a member ends up.
 */
class SchemaValuesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/values");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicNode> a_generated_type_takes_what_its_schema_allows() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(CASES)) {
            files = list.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(this::container);
    }

    private DynamicNode container(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        JsonNode test = read(file);
        Supplier<Class<?>> type = once(() -> type(name, test.path("schema")));
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(dynamicTest("compiles", type::get));
        for (JsonNode value : test.path("accepted")) {
            tests.add(dynamicTest("takes " + JsonText.excerpt(value), () -> assertRoundTrip(type.get(), value)));
        }
        for (JsonNode refused : test.path("refused")) {
            JsonNode value = refused.path("value");
            String because = refused.path("because").stringValue();
            tests.add(
                    dynamicTest("refuses " + JsonText.excerpt(value), () -> assertRefused(type.get(), value, because)));
        }
        test.path("types").properties().forEach(member -> {
            String expected = member.getValue().stringValue();
            tests.add(dynamicTest(
                    member.getKey() + " is " + expected,
                    () -> assertThat(type.get()
                                    .getMethod(member.getKey())
                                    .getGenericReturnType()
                                    .getTypeName())
                            .isEqualTo(expected)));
        });
        return DynamicContainer.dynamicContainer(name, file.toUri(), tests.stream());
    }

    private Class<?> type(String name, JsonNode schema) {
        return new Sources(directory.resolve(name))
                .with("order.asl.json", Sources.DEFINITION)
                .with("order.input.schema.json", JsonText.pretty(schema))
                .compiled()
                .type("com.acme.OrderInput");
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        List<T> made = new ArrayList<>();
        return () -> {
            if (made.isEmpty()) {
                made.add(supplier.get());
            }
            return made.get(0);
        };
    }

    private static void assertRoundTrip(Class<?> type, JsonNode value) {
        JsonNode back = JavaValues.toJson(read(value, type));

        assertThat(JsonValues.equal(back, value))
                .as("%s came back as %s", value, back)
                .isTrue();
    }

    private static void assertRefused(Class<?> type, JsonNode value, String because) {
        assertThatThrownBy(() -> read(value, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    /** Jackson finds the alternatives of a union by the context class loader. */
    private static Object read(JsonNode value, Class<?> type) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(type.getClassLoader());
        try {
            return JavaValues.fromJson(value, type);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonDocument.read(file).root();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
