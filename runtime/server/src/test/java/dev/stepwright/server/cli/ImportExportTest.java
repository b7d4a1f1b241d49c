package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportExportTest {
    private static final String ORDER = """
            {
              "Comment": "Charges an order",
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "${ChargeFunction}",
                  "Retry": [ { "ErrorEquals": ["States.Timeout"], "MaxAttempts": 2 } ],
                  "Next": "Large?"
                },
                "Large?": {
                  "Type": "Choice",
                  "Choices": [ { "Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Wait" } ],
                  "Default": "Done"
                },
                "Done": { "Type": "Succeed" },
                "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Charge" }
              }
            }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int stepwright(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err), texts.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = Files.walk(sources)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "--release",
                    "17",
                    "-cp",
                    classPath(),
                    "-d",
                    classes.toString()));
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
            assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Test
    void a_definition_comes_back_from_its_java_class() throws Exception {
        Path definition = file("order-flow.asl.json", ORDER);

        assertThat(stepwright("import", definition, "--package", "com.acme", "-o", folder.resolve("java")))
                .isZero();
        compile(folder.resolve("java"), folder.resolve("classes"));
        assertThat(stepwright("export", "--classes", folder.resolve("classes"), "-o", folder.resolve("asl")))
                .isZero();

        Path source = folder.resolve("java/com/acme/OrderFlow.java");
        assertThat(source).content().contains("/** Charges an order */").contains("\"${ChargeFunction}\"");
        Path exported = folder.resolve("asl/order-flow.asl.json");
        assertThat(AslDocument.read(exported).definition())
                .isEqualTo(AslDocument.read(definition).definition());
        assertThat(AslDocument.read(exported).definition().states().keySet())
                .containsExactly("Charge", "Large?", "Done", "Wait");
        assertThat(out.toString())
                .contains(definition + " -> " + source)
                .contains("1 definition imported")
                .contains("1 definition exported to " + folder.resolve("asl"));
        assertThat(stepwright("diff", definition, exported)).isZero();
    }

    @Test
    void what_a_machine_ignores_is_exported_as_an_ignore_file() throws Exception {
        file("java/Machines.java", """
                import dev.stepwright.dsl.*;

                final class Machines {
                    private Machines() {}

                    @AslDefinition("order")
                    static final StateMachine<String, String> ORDER =
                            StateMachine.start(String.class).then(Dsl.<String>pass("Look")).ignoring("ASL-ERR-008", "Look").end();
                }
                """);
        compile(folder.resolve("java"), folder.resolve("classes"));

        assertThat(stepwright("export", "--classes", folder.resolve("classes"), "-o", folder.resolve("asl")))
                .isZero();

        assertThat(folder.resolve("asl/order.asl.ignore.json")).content().contains("\"ASL-ERR-008\"", "\"Look\"");
    }

    @Test
    void the_class_can_be_named_for_one_file() throws Exception {
        Path definition = file("order.json", ORDER);

        assertThat(stepwright("import", definition, "--package", "com.acme", "--class", "Orders", "-o", folder))
                .isZero();
        assertThat(folder.resolve("com/acme/Orders.java")).content().contains("@AslDefinition(\"order\")");
        assertThat(stepwright("import", definition, definition, "--package", "p", "--class", "Orders", "-o", folder))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--class names one class, but there are 2 files");
    }

    @Test
    void what_cannot_be_imported_is_told_and_the_rest_is_done() throws Exception {
        Path good = file("good.json", ORDER);
        Path broken = file("broken.json", "{\"StartAt\":");
        Path array = file("array.json", "[]");
        Path missing = folder.resolve("missing.json");

        int exit = stepwright(
                "import", broken, array, missing, good, "--package", "com.acme", "-o", folder.resolve("java"));

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains(broken + ":1:12: ")
                .contains("stepwright import: " + array + " is not a definition")
                .contains("there is no file " + missing);
        assertThat(out.toString()).contains("1 definition imported, 3 failed");
        assertThat(folder.resolve("java/com/acme/Good.java")).exists();
    }

    @Test
    void what_cannot_be_written_does_not_count_as_imported() throws Exception {
        Path taken = file("taken", "");

        assertThat(stepwright("import", file("order.json", ORDER), "--package", "com.acme", "-o", taken))
                .isEqualTo(1);

        assertThat(err.toString()).contains("stepwright import: " + taken, " cannot be written: ");
        assertThat(out.toString()).contains("0 definitions imported, 1 failed");
    }

    @Test
    void two_files_never_make_one_class() throws Exception {
        Path one = file("a/order.json", ORDER);
        Path other = file("b/order.asl.json", ORDER);

        assertThat(stepwright("import", one, other, "--package", "com.acme", "-o", folder.resolve("java")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("its class would overwrite com/acme/Order.java, the class of " + one);
    }

    @Test
    void a_state_without_words_is_raw_and_told() throws Exception {
        Path odd = file("odd.json", "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Dance\",\"End\":true}}}");

        assertThat(stepwright("import", odd, "--package", "com.acme", "-o", folder))
                .isZero();
        assertThat(out.toString())
                .contains("state \"A\" is kept as JSON: its Type is not one of ASL")
                .contains("1 definition imported, 1 with states kept as JSON");
    }

    @Test
    void differences_are_printed_and_give_1() throws Exception {
        Path before = file("before.json", ORDER);
        Path after =
                file("after.json", ORDER.replace("60", "30").replace("\"Default\": \"Done\"", "\"Default\": \"Wait\""));

        assertThat(stepwright("diff", before, after)).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("""
                in state "Large?"
                  ~ Default: "Done" -> "Wait"
                in state "Wait"
                  ~ Seconds: 60 -> 30
                """);
        assertThat(stepwright("diff", before, folder.resolve("none.json"))).isEqualTo(2);
    }

    @Test
    void classes_without_machines_and_folders_without_classes_are_told() throws Exception {
        assertThat(stepwright("export", "--classes", folder, "-o", folder.resolve("asl")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no class in " + folder + " has", "@AslDefinition");
        assertThat(stepwright("export", "--classes", folder.resolve("none"), "-o", folder))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is not a folder; compile the sources first");
    }
}
