package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a build without Maven calls: {@code generate}, {@code scaffold} and {@code check}. */
class BuildCommandsTest {
    private static final String ORDER = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                "Parameters": {"cents.$": "$.cents"}, "ResultPath": "$.payment", "Next": "Done"},
              "Done": {"Type": "Pass", "Parameters": {"status.$": "$.payment.status"}, "End": true}}}
            """;
    private static final String INPUT = """
            {"type": "object", "properties": {"cents": {"type": "integer"}}, "required": ["cents"]}
            """;
    private static final String SERVICE = """
            package com.acme;

            import dev.stepwright.runtime.Engine;
            import dev.stepwright.runtime.task.TaskContext;

            public final class Service implements OrderTasks {
                @Override
                public ChargeOutput charge(ChargeInput input, TaskContext context) {
                    return new ChargeOutput(tools.jackson.databind.node.StringNode.valueOf(input.cents() > 5 ? "PAID" : "FREE"));
                }

                public static String run() throws Exception {
                    try (Engine engine = Engine.inMemory()) {
                        return new OrderWorkflow(engine, new Service()).start(new OrderInput(7)).await().toString();
                    }
                }
            }
            """;
    private static final String MACHINES = """
            package com.acme;

            import dev.stepwright.dsl.*;

            public final class Machines {
                private Machines() {}

                @AslDefinition("order")
                static final StateMachine<String, String> ORDER =
                        StateMachine.start(String.class).then(Dsl.<String>pass("Look").comment("NOTE")).end();
            }
            """;

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private Path asl;
    private Path generated;

    @BeforeEach
    void a_definition() throws IOException {
        asl = folder.resolve("asl");
        generated = folder.resolve("generated");
        file("asl/order.asl.json", ORDER);
    }

    private int stepwright(Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err), texts);
    }

    private int generate(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("generate", asl, "--package", "com.acme", "-o", generated));
        arguments.addAll(List.of(more));
        return stepwright(arguments.toArray());
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path compile(Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(
                List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", CLASS_PATH, "-d", classes.toString()));
        for (Path source : sources) {
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(Files::isRegularFile).forEach(file -> arguments.add(file.toString()));
            }
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    /** By the script that docs/other-builds.md shows. */
    @Test
    void what_is_generated_compiles_and_runs() throws Exception {
        file("src/main/asl/order.asl.json", ORDER);
        file("src/main/asl/order.input.schema.json", INPUT);
        file("src/main/java/com/acme/Service.java", SERVICE);

        assertThat(build()).contains(" written, 0 up to date, 0 removed");

        URL[] urls = {folder.resolve("build/classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            assertThat(loader.loadClass("com.acme.Service").getMethod("run").invoke(null))
                    .asString()
                    .startsWith("Succeeded[output=OrderOutput[status=")
                    .contains("PAID");
        }
        assertThat(build()).contains("0 written, ");
    }

    private String build() throws Exception {
        Path script = Path.of("src/test/resources/build/build.sh").toAbsolutePath();
        ProcessBuilder bash = new ProcessBuilder(
                        "bash",
                        "-ec",
                        "stepwright() { java " + Stepwright.class.getName() + " \"$@\"; }; . '" + script + "'")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().put("CLASSPATH", CLASS_PATH);
        bash.environment().merge("PATH", System.getProperty("java.home") + "/bin", (path, jdk) -> jdk + ":" + path);
        Process running = bash.start();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void a_second_run_writes_nothing_and_a_later_one_removes_what_is_no_longer_generated() throws Exception {
        file("asl/bill.asl.json", ORDER);
        assertThat(generate()).isZero();
        Path bill = generated.resolve("main/java/com/acme/BillTasks.java");
        Path own = file("generated/main/java/com/acme/Own.java", "");
        assertThat(bill).exists();

        assertThat(generate()).isZero();
        assertThat(out.toString())
                .startsWith("0 written, ")
                .endsWith(" up to date, 0 removed" + System.lineSeparator());

        Files.delete(asl.resolve("bill.asl.json"));
        assertThat(generate()).isZero();
        assertThat(bill).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void fakes_are_left_out_where_they_are_not_wanted() {
        assertThat(generate("--no-fakes")).isZero();

        assertThat(generated.resolve("test")).doesNotExist();
    }

    @Test
    void findings_have_their_place_and_nothing_is_generated() throws Exception {
        Path schema = file("asl/order.input.schema.json", "{\n  \"type\": \"objct\"\n}");

        assertThat(generate()).isEqualTo(1);

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(schema + ":2:11: error [ASL-SCH-"),
                        line -> assertThat(line).isEqualTo("      \"type\": \"objct\""),
                        line -> assertThat(line).isEqualTo("              ^"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "stepwright generate: 1 error(s) and 0 warning(s) in definitions and schemas"));
        assertThat(out.toString()).isEmpty();
        assertThat(generated.resolve("main")).doesNotExist();
    }

    @Test
    void a_warning_fails_the_command_where_that_is_asked_for_and_an_ignored_rule_does_not() throws Exception {
        file(
                "asl/order.asl.json",
                ORDER.replace("\"ResultPath\"", "\"Retry\": [{\"ErrorEquals\": [\"States.Tmeout\"]}], \"ResultPath\""));

        assertThat(generate()).as(err.toString()).isZero();
        assertThat(err.toString()).contains(": warning [ASL-ERR-004]");
        assertThat(generate("--fail-on-warning")).isEqualTo(1);
        assertThat(generate("--fail-on-warning", "--ignore", "ASL-ERR-004,ASL-ERR-008"))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("; 2 finding(s) suppressed");
    }

    @Test
    void schemas_on_the_class_path_are_found() throws Exception {
        file(
                "types/schemas/money.schema.json",
                "{\"type\": \"object\", \"properties\": {\"cents\": {\"type\": \"integer\"}}}");
        file("asl/order.input.schema.json", "{\"$ref\": \"classpath:/schemas/money.schema.json\"}");

        assertThat(generate("--classpath", folder.resolve("types")))
                .as(err.toString())
                .isZero();

        assertThat(generated.resolve("main/java/com/acme/schemas/Money.java")).exists();
    }

    @Test
    void a_template_has_its_machines_generated_too() throws Exception {
        Path template = file("template.yaml", """
                Resources:
                  Refund:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition: {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:eu-west-1:123456789012:activity:pay', End: true}}}
                """);

        assertThat(generate("--template", template)).as(err.toString()).isZero();

        assertThat(generated.resolve("main/java/com/acme/RefundTasks.java")).exists();
    }

    @Test
    void a_folder_that_is_missing_is_told() {
        assertThat(stepwright("generate", folder.resolve("none"), "--package", "com.acme", "-o", generated))
                .isZero();

        assertThat(out.toString()).contains("0 written, 0 up to date, 0 removed, since there is no ");
    }

    @Test
    void what_cannot_be_written_is_told() throws Exception {
        file("generated", "a file");

        assertThat(generate()).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("stepwright generate: " + generated)
                .doesNotContain("Exception");
    }

    @Test
    void inferred_schemas_are_written_once() throws Exception {
        assertThat(stepwright("scaffold", asl)).as(err.toString()).isZero();

        Path schema = asl.resolve("order.input.schema.json");
        assertThat(out.toString()).contains("written: " + schema, " schema(s) written; edit those that matter");
        Files.writeString(schema, INPUT);
        assertThat(stepwright("scaffold", asl)).isZero();
        assertThat(out.toString()).startsWith("0 schema(s) written");
        assertThat(schema).hasContent(INPUT);
    }

    @Test
    void a_folder_that_is_not_there_is_told_where_schemas_would_be_inferred() {
        Path gone = asl.resolve("gone");

        assertThat(stepwright("scaffold", gone)).isZero();

        assertThat(out.toString()).contains(", since there is no " + gone + "; put definitions (order.asl.json");
    }

    @Test
    void committed_definitions_are_compared_with_the_machines_in_classes() throws Exception {
        Path classes = compile(file("java/com/acme/Machines.java", MACHINES));
        assertThat(stepwright("export", "--classes", classes, "-o", asl)).isZero();

        assertThat(stepwright("check", asl, "--classes", classes))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("1 definition(s) match the Java code");

        Path committed = asl.resolve("order.asl.json");
        Files.writeString(committed, Files.readString(committed).replace("NOTE", "note"));
        assertThat(stepwright("check", asl, "--classes", classes)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(committed + " differs from the machine in Java:\n")
                .endsWith("stepwright check: 1 file(s) of 1 definition(s) differ from the Java code"
                        + System.lineSeparator());
    }

    @Test
    void a_check_of_a_folder_that_is_not_there_says_that_once() throws Exception {
        Path classes = compile(file("java/com/acme/Machines.java", MACHINES));
        Path gone = asl.resolve("gone");

        assertThat(stepwright("check", gone, "--classes", classes)).isEqualTo(1);

        assertThat(err.toString().strip())
                .isEqualTo("stepwright check: " + gone
                        + " is not a folder; write the definitions of the Java code with stepwright export");
    }

    @Test
    void a_check_of_classes_without_machines_is_no_success() throws Exception {
        assertThat(stepwright("check", asl, "--classes", asl)).isEqualTo(1);

        assertThat(err.toString()).contains("no class in " + asl + " has", "@AslDefinition");
    }

    @Test
    void the_recipes_for_builds_name_options_that_there_are() throws Exception {
        String page = Files.readString(Path.of("../../docs/other-builds.md"));
        Map<String, CommandLine> commands = Stepwright.commandLine().getSubcommands();
        Set<String> known = Stream.of("generate", "check")
                .flatMap(command -> commands.get(command).getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(Pattern.compile("--[a-z][a-z-]+").matcher(page).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(known::contains);
    }
}
