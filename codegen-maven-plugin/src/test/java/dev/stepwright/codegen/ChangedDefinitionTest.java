package dev.stepwright.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JavaValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.StringNode;

/** What the manual says of a definition that changes: the compiler's words are those of the manual, the sources too. */
class ChangedDefinitionTest {
    private static final Path CASES = Path.of("src/test/resources/cases/change");

    @TempDir
    Path directory;

    private String definition;
    private String handler;
    private String manual;

    @BeforeEach
    void a_definition_and_the_class_that_does_its_work() throws IOException {
        definition = Files.readString(CASES.resolve("order.asl.json"));
        handler = Files.readString(CASES.resolve("OrderService.java.txt"));
        manual = Files.readString(Path.of("../docs/maven-plugin.md"));
    }

    @Test
    void at_first_all_compiles_and_the_manual_shows_it() {
        assertThat(wordsOfJavac(definition)).isEmpty();
        assertThat(manual).contains(definition, handler.substring(handler.indexOf("final class")));
    }

    @Test
    void a_renamed_member_is_told_where_it_is_read() {
        String words = wordsOfJavac(definition.replace("\"cents.$\"", "\"amount.$\""));

        assertThat(words).contains("symbol:   method cents()").contains("ChargeInput");
        assertThat(manual).contains(words);
    }

    @Test
    void a_new_task_is_told_at_the_class_that_does_the_work() {
        String words = wordsOfJavac(
                definition
                        .replace("\"Type\": \"Pass\"", "\"Type\": \"Task\"")
                        .replace(
                                "\"Parameters\": {\"id.$\"",
                                "\"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:ship\", \"Parameters\": {\"id.$\""));

        assertThat(words).contains("does not override abstract method done(DoneInput,TaskContext)");
        assertThat(manual).contains(words);
    }

    @Test
    void a_result_that_is_also_handed_on_as_a_whole_is_made_as_before() {
        String whole = definition.replace("{\"id.$\": \"$.order.id\"}", "{\"paid.$\": \"$.payment\"}");

        assertThat(new Sources(directory).with("order.asl.json", whole).text("com/acme/OrderTasks.java"))
                .contains("additional");
        assertThat(wordsOfJavac(whole)).isEmpty();
        Class<?> output = new Sources(directory).compiled().type("com.acme.OrderTasks$ChargeOutput");
        assertThatThrownBy(() -> JavaValues.fromJson(StringNode.valueOf("PAID"), output))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(JavaValues.fromJson(JavaValues.toJson(Map.of("status", "PAID", "fee", 1)), output))
                .hasToString("ChargeOutput[status=PAID, additional={fee=1}]");
    }

    @Test
    void what_the_manual_shows_of_a_generated_file_is_what_is_generated() {
        String text = new Sources(directory).with("order.asl.json", definition).text("com/acme/OrderTasks.java");

        assertThat(manual).contains("```java\n" + text.substring(text.indexOf("/** The work")) + "```");
    }

    private String wordsOfJavac(String text) {
        Sources sources = new Sources(directory).with("order.asl.json", text);
        GeneratedFile service = new GeneratedFile(Root.SOURCES, "com/acme/OrderService.java", handler);
        Throwable refused = catchThrowable(() -> sources.compiled(service));
        return refused == null
                ? ""
                : refused.getMessage()
                        .replaceFirst("^.*:\n", "")
                        .replaceFirst("(?s)\n\\d+ errors?\\s*$", "\n")
                        .replace("/com/acme/", "");
    }
}
