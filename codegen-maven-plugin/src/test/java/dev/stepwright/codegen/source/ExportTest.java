package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The border between the plugin and the project's class loader, with a small exporter in place of the library's. */
class ExportTest {
    private static final String VALID =
            "{\\\"StartAt\\\": \\\"Done\\\",\\n \\\"States\\\": {\\\"Done\\\": {\\\"Type\\\": \\\"Succeed\\\"}}}";

    @TempDir
    Path project;

    @Test
    void each_definition_becomes_a_file_which_the_next_build_leaves_alone() throws Exception {
        compile("return new TreeMap<>(Map.of(\"order.asl.json\", Map.of(\"asl\", \"" + VALID
                + "\", \"type\", \"STANDARD\")));");

        assertThat(export().run(new Findings(true, Suppressions.of(List.of()))).written())
                .containsExactly(classes().resolve("asl/order.asl.json"));
        assertThat(export().run(new Findings(true, Suppressions.of(List.of()))))
                .hasToString("0 written, 1 up to date, 0 removed");
    }

    @Test
    void the_project_sees_nothing_of_the_plugin() throws Exception {
        compile("""
                try {
                    loader.loadClass("com.palantir.javapoet.TypeSpec");
                    throw new IllegalStateException("the plugin's libraries are visible");
                } catch (ClassNotFoundException expected) {
                    if (Thread.currentThread().getContextClassLoader() != loader) {
                        throw new IllegalStateException("the context class loader is another one");
                    }
                    return new TreeMap<>();
                }
                """);
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(export().run(new Findings(true, Suppressions.of(List.of()))).written())
                .isEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void an_invalid_definition_is_reported_in_the_file_that_was_written() throws Exception {
        compile("return new TreeMap<>(Map.of(\"order.asl.json\", Map.of(\"asl\", \""
                + VALID.replace("Succeed", "Sukceed") + "\", \"type\", \"STANDARD\")));");
        Findings findings = new Findings(false, Suppressions.of(List.of()));

        export().run(findings);

        assertThat(findings.stopTheBuild()).isTrue();
        assertThat(findings.sorted().get(0).text())
                .startsWith(classes().resolve("asl/order.asl.json") + ":[2,30] error ASL-STA-003");
        assertThat(findings.sorted())
                .extracting(Finding::file)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"${ShippingArn}", "arn:aws:states:eu-west-1:111122223333:stateMachine:shipping"})
    void a_machine_is_held_against_the_definition_that_it_starts(String arn) throws Exception {
        write(
                "asl/shipping.asl.json",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"$.city\", \"End\": true}}}");
        write("asl/broken.asl.json", "{");
        compile("return new TreeMap<>(Map.of(\"order.asl.json\", Map.of(\"asl\", \""
                + """
                {'StartAt': 'Ship', 'States': {'Ship': {'Type': 'Task', 'End': true,
                  'Resource': 'arn:aws:states:::states:startExecution.sync:2', 'TimeoutSeconds': 60,
                  'Parameters': {'StateMachineArn': '%s', 'Input': {'town': 'Lyon'}}}}}""".formatted(arn).replace("'", "\\\"").replace("\n", "\\n")
                + "\", \"type\", \"STANDARD\")));");
        Findings findings = new Findings(false, Suppressions.of(List.of()));

        export().run(findings);

        assertThat(findings.sorted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains(
                                "order.asl.json:[3,", "ASL-FLW-007", "\"shipping\" fail", "state \"A\" reads $.city"));
    }

    @Test
    void a_template_has_to_fill_the_placeholders_of_the_exported_files_that_it_names() throws Exception {
        write("template.yaml", """
                Resources:
                  Order:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: target/classes/asl/order.asl.json
                      DefinitionSubstitutions: {Tabel: x}
                  Gone:
                    Type: AWS::Serverless::StateMachine
                    Properties: {DefinitionUri: target/classes/asl/gone.asl.json}
                  Other:
                    Type: AWS::Serverless::StateMachine
                    Properties: {DefinitionUri: flows/other.asl.json}
                """);
        compile("return new TreeMap<>(Map.of(\"order.asl.json\", Map.of(\"asl\", \""
                + "{'StartAt':'A','States':{'A':{'Type':'Pass','Result':'${Table}','End':true}}}".replace("'", "\\\"")
                + "\", \"type\", \"STANDARD\")));");
        Findings findings = new Findings(false, Suppressions.of(List.of()));

        export().run(findings);

        assertThat(findings.sorted())
                .extracting(
                        finding -> finding.text().replace(project + "/", "").replaceFirst("(ASL-CFN-\\d+) .*", "$1"))
                .containsExactlyInAnyOrder(
                        "target/classes/asl/order.asl.json:[1,55] warning ASL-CFN-004",
                        "template.yaml:[6,33] warning ASL-CFN-005",
                        "template.yaml:[9,33] error ASL-CFN-001");
    }

    @Test
    void the_exception_of_the_project_s_code_is_told() throws Exception {
        compile("throw new IllegalStateException(\"com.acme.Machines.ORDER: no such state \\\"Shipp\\\"\");");

        assertThatThrownBy(() -> export().run(new Findings(false, Suppressions.of(List.of()))))
                .isInstanceOf(ExportException.class)
                .hasMessage("a definition cannot be exported: com.acme.Machines.ORDER: no such state \"Shipp\"");
    }

    @Test
    void a_class_that_is_missing_is_named() throws Exception {
        compile("throw new NoClassDefFoundError(\"com/acme/Missing\");");

        assertThatThrownBy(() -> export().run(new Findings(false, Suppressions.of(List.of()))))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("java.lang.NoClassDefFoundError: com/acme/Missing");
    }

    @Test
    void a_resource_of_the_same_name_is_not_overwritten() throws Exception {
        compile("return new TreeMap<>(Map.of(\"order.asl.json\", Map.of(\"asl\", \"" + VALID
                + "\", \"type\", \"STANDARD\")));");
        Path resource = project.resolve("resources/asl/order.asl.json");
        Files.createDirectories(resource.getParent());
        Files.writeString(resource, Sources.DEFINITION);

        assertThatThrownBy(() -> export().run(new Findings(false, Suppressions.of(List.of()))))
                .isInstanceOf(ExportException.class)
                .hasMessage("%s and a definition in Java both become %s; rename one of them"
                        .formatted(resource, classes().resolve("asl/order.asl.json")));
    }

    @Test
    void what_an_earlier_build_left_there_is_overwritten() throws Exception {
        compile("return new TreeMap<>(Map.of(\"order.asl.json\", Map.of(\"asl\", \"" + VALID
                + "\", \"type\", \"STANDARD\")));");
        Path left = classes().resolve("asl/order.asl.json");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "{}");

        assertThat(export().run(new Findings(false, Suppressions.of(List.of()))).written())
                .containsExactly(left);
    }

    @Test
    void a_project_without_the_library_is_told_what_to_add() throws IOException {
        Files.createDirectories(classes());

        assertThatThrownBy(() -> export().run(new Findings(false, Suppressions.of(List.of()))))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("add the dependency dev.stepwright:stepwright-dsl");
    }

    @Test
    void a_project_without_classes_has_nothing_to_export() throws Exception {
        assertThat(export().run(new Findings(false, Suppressions.of(List.of()))))
                .hasToString("0 written, 0 up to date, 0 removed");
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path classes() {
        return project.resolve("target/classes");
    }

    private Export export() {
        OutputFolder folder =
                new OutputFolder(classes().resolve("asl"), project.resolve("target/stepwright/exported.files"));
        return new Export(
                new JavaDefinitions(classes(), List.of(classes())),
                new Export.Others(
                        List.of(project.resolve("resources")),
                        new SourceFolder(
                                project.resolve("asl"),
                                new Templates(
                                        Stream.of(project.resolve("template.yaml"))
                                                .filter(Files::exists)
                                                .toList(),
                                        classes().resolve("asl")),
                                List.of(),
                                Map.of("ShippingArn", "shipping"),
                                Map.of())),
                folder,
                new ExportFormat(false, false, Map.of()));
    }

    private void compile(String body) throws IOException {
        Path source = project.resolve("src/AslExporter.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package dev.stepwright.dsl;

                import java.nio.file.Path;
                import java.util.*;

                public final class AslExporter
                        implements java.util.function.BiFunction<Path, ClassLoader, SortedMap<String, Map<String, String>>> {
                    @Override
                    public SortedMap<String, Map<String, String>> apply(Path classes, ClassLoader loader) {
                        %s
                    }
                }
                """.formatted(body));
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int result = javac.run(System.out, System.err, "-d", classes().toString(), source.toString());
        assertThat(result).isZero();
    }
}
