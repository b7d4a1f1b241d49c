package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    @TempDir
    Path project;

    private Sources sources;
    private Generation generation;

    @BeforeEach
    void a_project_with_one_machine() {
        sources = new Sources(project.resolve("src/main/asl"))
                .with("shop/order.asl.json", Sources.DEFINITION)
                .with(
                        "shop/order.input.schema.json",
                        "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}");
        Path lists = project.resolve("target/stepwright");
        generation = new Generation(
                SourceFolder.of(sources.directory()),
                "com.acme",
                Map.of(
                        Root.SOURCES,
                        new OutputFolder(
                                project.resolve("target/generated-sources/asl"), lists.resolve("generated-sources")),
                        Root.TEST_SOURCES,
                        new OutputFolder(
                                project.resolve("target/generated-test-sources/asl"),
                                lists.resolve("generated-test-sources")),
                        Root.RESOURCES,
                        new OutputFolder(
                                project.resolve("target/generated-resources/asl"),
                                lists.resolve("generated-resources"))));
    }

    @Test
    void a_folder_is_a_package_and_the_definition_becomes_a_resource() throws IOException {
        Changes changes = generation.run(new Findings(false, Suppressions.of(List.of())));

        assertThat(changes.written())
                .extracting(path -> project.resolve("target").relativize(path).toString())
                .containsExactly(
                        "generated-sources/asl/com/acme/shop/OrderInput.java",
                        "generated-sources/asl/com/acme/shop/OrderInputPaths.java",
                        "generated-sources/asl/com/acme/shop/OrderTasks.java",
                        "generated-sources/asl/com/acme/shop/OrderWorkflow.java",
                        "generated-test-sources/asl/com/acme/shop/FakeOrderTasks.java",
                        "generated-resources/asl/asl/shop/order.asl.json",
                        "generated-resources/asl/asl/shop/order.schemas.json");
        assertThat(changes.written().get(5)).hasContent(Sources.DEFINITION);
    }

    @Test
    void the_second_build_writes_nothing() throws IOException {
        generation.run(new Findings(false, Suppressions.of(List.of())));

        Changes changes = generation.run(new Findings(false, Suppressions.of(List.of())));

        assertThat(changes).hasToString("0 written, 7 up to date, 0 removed");
    }

    @Test
    void only_what_depends_on_a_changed_schema_is_written_again() throws IOException {
        generation.run(new Findings(false, Suppressions.of(List.of())));
        sources.with(
                "shop/order.input.schema.json",
                "{\"type\": \"object\", \"properties\": {\"b\": {\"type\": \"string\"}}}");

        Changes changes = generation.run(new Findings(false, Suppressions.of(List.of())));

        assertThat(changes.written())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("OrderInput.java", "OrderInputPaths.java", "order.schemas.json");
    }

    @Test
    void an_error_in_one_file_leaves_all_that_was_generated_as_it_was() throws IOException {
        generation.run(new Findings(false, Suppressions.of(List.of())));
        Path input = project.resolve("target/generated-sources/asl/com/acme/shop/OrderInput.java");
        String before = Files.readString(input);
        sources.with("shop/order.input.schema.json", "{\"type\": \"array\"}").with("broken.asl.json", "{}");

        Findings findings = new Findings(false, Suppressions.of(List.of()));
        Changes changes = generation.run(findings);

        assertThat(findings.stopTheBuild()).isTrue();
        assertThat(changes).hasToString("0 written, 0 up to date, 0 removed");
        assertThat(input).hasContent(before);
    }

    @Test
    void a_warning_stops_the_build_only_where_that_is_asked_for() throws IOException {
        sources.with("shop/order.output.schema.json", "{\"type\": \"object\", \"not\": false}");
        Findings lenient = new Findings(false, Suppressions.of(List.of()));
        Findings strict = new Findings(true, Suppressions.of(List.of()));

        Changes none = generation.run(strict);
        Changes some = generation.run(lenient);

        assertThat(strict.summary())
                .contains("0 error(s) and 1 warning(s)", "order.output.schema.json:[1,27] warning ASL-SCH-006");
        assertThat(none.written()).isEmpty();
        assertThat(some.written()).hasSize(8);
    }

    @Test
    void without_a_source_directory_there_is_nothing_to_do() throws IOException {
        Generation nothing =
                new Generation(SourceFolder.of(project.resolve("missing")), "com.acme", generation.folders());

        assertThat(nothing.run(new Findings(false, Suppressions.of(List.of()))))
                .hasToString("0 written, 0 up to date, 0 removed");
        assertThat(project.resolve("target")).doesNotExist();
    }
}
