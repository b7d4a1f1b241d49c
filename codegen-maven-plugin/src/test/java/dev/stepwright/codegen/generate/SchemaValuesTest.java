package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Each file of {@code cases/values} holds schemas, each with values that the generated type takes and gives back as they were, and
 * values that it refuses with a message that says a given thing. A case may say in which Java type a member ends up. All are
 * compiled at once, and each is read and written by the engine, by Jackson 3 and by Jackson 2 as they are without configuration.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaValuesTest {
    private static final Pattern MACHINE = Pattern.compile(".*/(Fake)?Order(Tasks|Workflow)\\.java");
    private static final List<SchemaCase> CASES = SchemaCase.all();

    private List<GeneratedFile> optional;
    private Compiled withOptional;
    private Compiled withNull;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Sources sources = new Sources(directory);
        CASES.forEach(each -> each.writeTo(sources));
        optional = files(sources, Nullness.OPTIONAL);
        withOptional = Compiled.of(optional);
        withNull = Compiled.of(files(sources, Nullness.JSPECIFY));
    }

    private static List<GeneratedFile> files(Sources sources, Nullness nullness) {
        List<GeneratedFile> files = sources.files(nullness);
        return files.stream()
                .filter(file -> file.root() == GeneratedFile.Root.SOURCES)
                .filter(file -> !MACHINE.matcher(file.path()).matches())
                .toList();
    }

    @Test
    void there_are_many_cases_and_each_takes_and_refuses_something() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(120);
        assertThat(CASES)
                .allSatisfy(each -> assertThat(each.accepted()).as(each.name()).isNotEmpty());
        assertThat(CASES)
                .allSatisfy(each -> assertThat(each.refused()).as(each.name()).isNotEmpty());
    }

    @Test
    void no_name_is_made_different_by_a_number() {
        assertThat(optional)
                .isNotEmpty()
                .noneSatisfy(file -> assertThat(file.text()).containsPattern("\\b[A-Za-z]\\w*__\\d"));
    }

    @TestFactory
    Stream<DynamicNode> a_generated_type_takes_what_its_schema_allows() {
        return CASES.stream().map(this::container);
    }

    private DynamicNode container(SchemaCase each) {
        List<DynamicNode> tests = new ArrayList<>();
        for (JsonNode value : each.accepted()) {
            String excerpt = JsonText.excerpt(value);
            for (Mapper mapper : each.mappers(value)) {
                tests.add(dynamicTest(
                        mapper + " takes " + excerpt,
                        () -> assertRoundTrip(mapper, withOptional.type(each.type()), value)));
                tests.add(dynamicTest(
                        mapper + " takes with nulls " + excerpt,
                        () -> assertRoundTrip(mapper, withNull.type(each.type()), value)));
            }
        }
        for (JsonNode refused : each.refused()) {
            JsonNode value = refused.path("value");
            String because = refused.path("because").stringValue();
            for (Mapper mapper : each.mappers(refused)) {
                tests.add(dynamicTest(mapper + " refuses " + JsonText.excerpt(value), () -> {
                    assertRefused(mapper, withOptional.type(each.type()), value, because);
                    assertRefused(mapper, withNull.type(each.type()), value, because);
                }));
            }
        }
        each.json().path("types").properties().forEach(member -> {
            String expected = member.getValue().stringValue();
            tests.add(dynamicTest(
                    member.getKey() + " is " + expected,
                    () -> assertThat(withOptional
                                    .type(each.type())
                                    .getMethod(member.getKey())
                                    .getGenericReturnType()
                                    .getTypeName()
                                    .replace("." + each.folder(), ""))
                            .isEqualTo(expected)));
        });
        return DynamicContainer.dynamicContainer(each.name(), each.file().toUri(), tests.stream());
    }

    private static void assertRoundTrip(Mapper mapper, Class<?> type, JsonNode value) throws Exception {
        String back = mapper.write(mapper.read(value.toString(), type));

        assertThat(JsonValues.equal(JsonDocument.parse(back).root(), value))
                .as("%s came back as %s", value, back)
                .isTrue();
    }

    private static void assertRefused(Mapper mapper, Class<?> type, JsonNode value, String because) {
        assertThatThrownBy(() -> mapper.read(value.toString(), type)).hasMessageContaining(because);
    }
}
