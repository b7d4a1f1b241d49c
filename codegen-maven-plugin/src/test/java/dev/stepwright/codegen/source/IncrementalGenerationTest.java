package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done again, and what is not. Work that is not done leaves a file alone that only this test has changed. */
class IncrementalGenerationTest {
    private static final String WARNED = """
            {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:a",
              "Catch": [{"ErrorEquals": ["States.Tmeout"], "Next": "B"}], "End": true}, "B": {"Type": "Fail"}}}
            """;

    @TempDir
    Path project;

    private final List<Path> templates = new ArrayList<>();
    private Sources sources;
    private Findings findings;

    @BeforeEach
    void a_generated_project() throws IOException {
        sources = new Sources(project.resolve("src/main/asl")).with("order.asl.json", WARNED);
        findings = findings();
        assertThat(build("1").run(findings).written()).isNotEmpty();
    }

    @Test
    void nothing_is_read_again_where_nothing_has_changed() throws IOException {
        String state = Files.readString(state());
        Files.writeString(state(), state.replace("did you mean", "was it"));
        Findings again = findings();

        assertThat(build("1").run(again)).hasToString("0 written, 4 up to date, 0 removed");
        assertThat(again.sorted()).extracting(Finding::message).anyMatch(message -> message.contains("was it"));
    }

    @Test
    void what_was_found_is_told_again() throws IOException {
        Findings again = findings();

        build("1").run(again);

        assertThat(again.sorted()).isEqualTo(findings.sorted()).hasSize(1);
        assertThat(again.suppressedToo()).isEqualTo(findings.suppressedToo());
    }

    @Test
    void a_changed_schema_is_read() throws IOException {
        sources.with("order.tasks/A.input.schema.json", "{\"type\": \"object\", \"properties\": {\"b\": {}}}");

        assertThat(build("1").run(findings()).written())
                .extracting(path -> path.getFileName().toString())
                .contains("OrderTasks.java");
    }

    @Test
    void another_version_of_the_plugin_generates_again() throws IOException {
        spoil();

        assertThat(build("2").run(findings()).written()).hasSize(1);
    }

    @Test
    void a_generated_file_that_somebody_changed_is_written_again() throws IOException {
        Path tasks = spoil();

        build("1").run(findings());

        assertThat(tasks).content().contains("interface OrderTasks");
    }

    @Test
    void an_error_is_told_in_every_build_until_it_is_mended() throws IOException {
        sources.with("broken.asl.json", "{}");

        for (int i = 0; i < 2; i++) {
            Findings broken = findings();
            build("1").run(broken);
            assertThat(broken.stopTheBuild()).isTrue();
        }
    }

    @Test
    void a_machine_that_is_gone_takes_its_files_along() throws IOException {
        Files.delete(sources.directory().resolve("order.asl.json"));

        assertThat(build("1").run(findings())).hasToString("0 written, 0 up to date, 4 removed");
        assertThat(build("1").run(findings())).hasToString("0 written, 0 up to date, 0 removed");
    }

    @Test
    void a_state_file_of_nobody_counts_as_none() throws IOException {
        Files.writeString(state(), "{");

        assertThat(build("1").run(findings())).hasToString("0 written, 4 up to date, 0 removed");
    }

    @Test
    void a_template_is_read_again_where_it_or_a_file_that_it_names_has_changed() throws IOException {
        Path template = project.resolve("template.yaml");
        Path flow = project.resolve("flow.json");
        Files.writeString(
                template,
                "Resources: {Ship: {Type: 'AWS::Serverless::StateMachine', Properties: {DefinitionUri: flow.json}}}");
        Files.writeString(flow, WARNED);
        templates.add(template);
        build("1").run(findings());
        Path tasks = spoil();

        assertThat(build("1").run(findings()).written()).as("spoilt").isNotEmpty();
        assertThat(build("1").run(findings())).hasToString("0 written, 8 up to date, 0 removed");
        Files.writeString(flow, WARNED.replace("\"A\"", "\"Pack\""));
        assertThat(build("1").run(findings()).written()).as("the file").isNotEmpty();
        Files.writeString(template, Files.readString(template).replace("Ship:", "Send:"));
        assertThat(build("1").run(findings()).removed()).as("the template").isNotEmpty();
        assertThat(tasks).content().doesNotContain("by hand");
    }

    @Test
    void source_of_terraform_is_read_again_where_what_it_refers_to_has_changed() throws IOException {
        Path locals = project.resolve("locals.tf");
        Files.writeString(locals, "locals {\n  state = { Type = \"Succeed\" }\n}\n");
        templates.add(
                Files.writeString(
                        project.resolve("main.tf"),
                        "resource \"aws_sfn_state_machine\" \"ship\" {\n  definition = jsonencode({ StartAt = \"A\", States = { A = local.state } })\n}\n"));
        build("1").run(findings());

        assertThat(build("1").run(findings()).written()).isEmpty();
        Files.writeString(
                locals,
                "locals {\n  state = { Type = \"Task\", Resource = \"arn:aws:lambda:eu-west-1:123456789012:function:a\", End = true }\n}\n");
        assertThat(build("1").run(findings()).written()).isNotEmpty();
    }

    private Path spoil() throws IOException {
        Path tasks = project.resolve("target/sources/com/acme/OrderTasks.java");
        Files.writeString(tasks, "// changed by hand");
        return tasks;
    }

    private Path state() {
        return project.resolve("target/state.json");
    }

    private static Findings findings() {
        return new Findings(false, Suppressions.of(List.of("ASL-ERR-008")));
    }

    private IncrementalGeneration build(String version) {
        Map<Root, OutputFolder> folders = new EnumMap<>(Root.class);
        for (Root root : Root.values()) {
            Path target = project.resolve("target");
            folders.put(
                    root, new OutputFolder(target.resolve(root.content()), target.resolve(root.content() + ".files")));
        }
        SourceFolder folder = new SourceFolder(
                sources.directory(), new Templates(templates, Path.of("target")), List.of(), Map.of(), Map.of());
        Generation generation = new Generation(folder, "com.acme", folders);
        return new IncrementalGeneration(generation, state(), List.of(version));
    }
}
