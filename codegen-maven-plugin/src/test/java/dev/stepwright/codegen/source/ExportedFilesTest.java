package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.dsl.AslExporter;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.Suppressions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of a machine in Java, and how it is held against what is committed. */
class ExportedFilesTest {
    private static final String MACHINES = """
            package com.acme;

            import static dev.stepwright.dsl.Dsl.*;

            import dev.stepwright.dsl.*;

            final class Machines {
                record Order(String id) {}
                record Receipt(String number) {}
                interface Shop { Receipt charge(Order order); }

                @AslDefinition
                static final StateMachine<Order, Receipt> ORDER =
                        StateMachine.start(task("Charge", Shop::charge)).end();
            }
            """;

    private static final ExportFormat LAMBDA =
            new ExportFormat(false, false, Map.of("Shop_charge", "arn:aws:lambda:eu-west-1:123456789012:function:c"));

    private static final String IGNORING = MACHINES.replace(".end()", ".ignoring(\"ASL-ERR-008\", \"Charge\").end()");

    @TempDir
    static Path compiled;

    @TempDir
    Path project;

    private Path classes = compiled;

    @BeforeAll
    static void a_machine_in_java() throws IOException {
        compile(MACHINES, compiled);
    }

    @Test
    void placeholders_get_the_values_of_the_build_and_others_stay() throws Exception {
        run(LAMBDA);

        assertThat(exported("order.asl.json"))
                .content()
                .contains("\"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:c\"")
                .doesNotContain("${");
    }

    @Test
    void a_placeholder_without_quotes_stays_so_or_gets_a_value_of_json() throws Exception {
        compile(MACHINES.replace(
                ".end()", ".with(\"TimeoutSeconds\", json(\"${Limit}\")).with(\"Comment\", \"${Limit}\").end()"));

        run(new ExportFormat(true, true, Map.of()));

        assertThat(exported("order.asl.json"))
                .content()
                .contains("\"TimeoutSeconds\": ${Limit},", "\"Comment\": \"${Limit}\"");
        assertThat(exported("order.asl.yaml")).content().contains("TimeoutSeconds: ${Limit}");
        assertThat(exported("state-machines.json")).content().contains("\"Limit\"");
        Path committed = Files.createDirectories(project.resolve("committed"));
        Files.copy(exported("order.asl.json"), committed.resolve("order.asl.json"));
        ExportFormat plain = new ExportFormat(false, false, Map.of());
        assertThat(new DriftCheck(definitions(), committed, plain).run().drifts())
                .isEmpty();
        Files.writeString(
                committed.resolve("order.asl.json"),
                Files.readString(exported("order.asl.json")).replace(": ${Limit}", ": \"${Limit}\""));
        assertThat(new DriftCheck(definitions(), committed, plain).run().drifts())
                .singleElement()
                .asString()
                .contains("TimeoutSeconds");

        run(new ExportFormat(false, false, Map.of("Limit", "60")));

        assertThat(exported("order.asl.json")).content().contains("\"TimeoutSeconds\": 60,", "\"Comment\": \"60\"");
        assertThatThrownBy(() -> run(new ExportFormat(false, false, Map.of("Limit", "an hour"))))
                .isInstanceOf(ExportException.class)
                .hasMessage("the placeholder ${Limit} stands without quotes, so its substitution must be JSON,"
                        + " found an hour; a text needs quotes around it");
    }

    @Test
    void the_manifest_names_what_a_deployment_needs() throws Exception {
        compile(MACHINES.replace("@AslDefinition", "@AslDefinition(type = ExecutionType.EXPRESS)"));

        run(new ExportFormat(false, true, Map.of()));

        String manifest = JsonText.compact(
                JsonDocument.read(exported("state-machines.json")).root());

        String hash = Digest.sha256(Files.readString(exported("order.asl.json")));
        assertThat(manifest)
                .isEqualTo("{'stateMachines':[{'name':'order','file':'order.asl.json','type':'EXPRESS','sha256':'%s',"
                                .replace('\'', '"')
                                .formatted(hash)
                        + "'resources':['${Shop_charge}'],'placeholders':['Shop_charge']}]}".replace('\'', '"'));
    }

    @Test
    void a_machine_is_checked_for_what_it_is() throws Exception {
        compile(
                MACHINES.replace("@AslDefinition", "@AslDefinition(type = ExecutionType.EXPRESS)")
                        .replace(
                                "Shop::charge",
                                "Resource.of(\"arn:aws:states:eu-west-1:123456789012:activity:charge\", Order.class, Receipt.class)"));
        Findings findings = new Findings(false, Suppressions.of(List.of()));

        new Export(definitions(), others(), folder(), new ExportFormat(false, false, Map.of())).run(findings);

        assertThat(findings.summary()).contains("ASL-TSK-003 an Express workflow cannot use activities");
    }

    @Test
    void yaml_says_the_same_as_json() throws Exception {
        run(new ExportFormat(true, false, Map.of()));

        assertThat(exported("order.asl.yaml"))
                .content()
                .contains("StartAt: Charge\n", "    Resource: ${Shop_charge}\n");
    }

    @Test
    void a_committed_definition_that_is_the_same_but_for_layout_has_not_drifted() throws Exception {
        run(new ExportFormat(false, false, Map.of()));
        String committed =
                JsonText.compact(JsonDocument.read(exported("order.asl.json")).root());
        Files.createDirectories(project.resolve("asl"));
        Files.writeString(project.resolve("asl/order.asl.json"), committed);

        assertThat(check()).isEqualTo(new DriftCheck.Result(1, List.of()));
    }

    @Test
    void a_drift_is_told_with_the_states_that_differ() throws Exception {
        run(new ExportFormat(false, false, Map.of()));
        Files.createDirectories(project.resolve("asl"));
        Files.copy(exported("order.asl.json"), project.resolve("asl/order.asl.json"));
        compile(MACHINES.replace("\"Charge\"", "\"Charge card\""));

        assertThat(check().drifts())
                .singleElement()
                .asString()
                .contains("order.asl.json differs from the machine in Java:", "Charge card");
    }

    @Test
    void what_a_machine_ignores_is_written_beside_it_so_that_the_file_validates_as_the_machine_does() throws Exception {
        compile(IGNORING);
        Findings findings = new Findings(false, Suppressions.of(List.of()));

        new Export(definitions(), others(), folder(), LAMBDA).run(findings);

        assertThat(exported("order.asl.ignore.json")).content().isEqualTo("""
                {
                  "ASL-ERR-008": [
                    "Charge"
                  ]
                }
                """);
        assertThat(findings.all()).isEmpty();
        assertThat(findings.suppressedCount()).isEqualTo(1);
    }

    @Test
    void an_ignore_file_is_removed_when_the_machine_ignores_nothing_any_more() throws Exception {
        compile(IGNORING);
        run(new ExportFormat(false, false, Map.of()));
        compile(MACHINES);

        run(new ExportFormat(false, false, Map.of()));

        assertThat(exported("order.asl.ignore.json")).doesNotExist();
    }

    @Test
    void a_committed_ignore_file_that_says_something_else_has_drifted() throws Exception {
        compile(IGNORING);
        run(new ExportFormat(false, false, Map.of()));
        Path asl = Files.createDirectories(project.resolve("asl"));
        Files.copy(exported("order.asl.json"), asl.resolve("order.asl.json"));
        Path committed = asl.resolve("order.asl.ignore.json");

        assertThat(check().drifts())
                .singleElement()
                .asString()
                .contains("order.asl.ignore.json is missing, but the machine in Java ignores findings:", "\"Charge\"");
        Files.writeString(committed, "{\"ASL-ERR-008\": \"*\"}");
        assertThat(check().drifts())
                .singleElement()
                .asString()
                .contains("order.asl.ignore.json differs from what the machine in Java ignores:");
        Files.writeString(committed, "{\"ASL-ERR-008\"");
        assertThat(check().drifts()).singleElement().asString().contains("order.asl.ignore.json:[1,");
        Files.writeString(committed, "{\"ASL-ERR-008\": [\"Charge\"]}");
        assertThat(check().drifts()).isEmpty();
        compile(MACHINES);
        assertThat(check().drifts())
                .singleElement()
                .asString()
                .endsWith("order.asl.ignore.json ignores findings that the machine in Java does not;"
                        + " ignore them there with ignoring(...), or delete the file");
    }

    @Test
    void rules_that_are_ignored_are_not_told_of_templates_either() throws Exception {
        Path template = project.resolve("template.yaml");
        Files.writeString(template, """
                Resources:
                  Order:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: out/order.asl.json
                      DefinitionSubstitutions: {Shop_charge: a, Unused: b}
                """);
        Templates templates = new Templates(List.of(template), project.resolve("out"));
        Export.Others others = new Export.Others(
                List.of(), new SourceFolder(project.resolve("asl"), templates, List.of(), Map.of(), Map.of()));
        Findings told = new Findings(false, Suppressions.of(List.of("ASL-ERR-008")));
        Findings ignored = new Findings(false, Suppressions.of(List.of("ASL-ERR-008", "ASL-CFN-005")));

        for (Findings findings : List.of(told, ignored)) {
            new Export(definitions(), others, folder(), new ExportFormat(false, false, Map.of())).run(findings);
        }

        assertThat(told.sorted()).extracting(Finding::rule).containsExactly("ASL-CFN-005");
        assertThat(ignored.sorted()).isEmpty();
        assertThat(ignored.suppressedCount() - told.suppressedCount()).isEqualTo(1);
    }

    @Test
    void a_committed_file_that_is_missing_is_named() throws Exception {
        assertThat(check().drifts())
                .singleElement()
                .asString()
                .endsWith("order.asl.json is missing, but the Java code has a machine of this name");
    }

    private DriftCheck.Result check() throws Exception {
        return new DriftCheck(definitions(), project.resolve("asl"), new ExportFormat(false, false, Map.of())).run();
    }

    private void run(ExportFormat format) throws Exception {
        new Export(definitions(), others(), folder(), format).run(new Findings(false, Suppressions.of(List.of())));
    }

    private Export.Others others() {
        return new Export.Others(List.of(), SourceFolder.of(project.resolve("asl")));
    }

    private OutputFolder folder() {
        return new OutputFolder(project.resolve("out"), project.resolve("list"));
    }

    private Path exported(String name) {
        return project.resolve("out").resolve(name);
    }

    private JavaDefinitions definitions() {
        List<Path> classPath = Stream.concat(Stream.of(classes), classPath()).toList();
        return new JavaDefinitions(classes, classPath);
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private void compile(String text) throws IOException {
        classes = project.resolve("classes");
        compile(text, classes);
    }

    private static void compile(String text, Path classes) throws IOException {
        Path source = Files.createDirectories(classes).resolve("Machines.java");
        Files.writeString(source, text);
        String library = AslExporter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-cp",
                        library + File.pathSeparator + System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).isZero();
    }
}
