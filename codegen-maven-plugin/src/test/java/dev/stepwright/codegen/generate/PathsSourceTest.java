package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paths into generated records, as machines in Java use them. */
class PathsSourceTest {
    @TempDir
    Path directory;

    private Sources sources;
    private String program;

    @BeforeEach
    void schemas_and_a_machine_in_java() throws IOException {
        sources = new Sources(directory).with("order.schema.json", """
                {"type": "object", "required": ["customer", "order_total", "express", "at", "tier", "items"], "properties": {
                  "customer": {"type": "object", "required": ["name"], "properties": {
                    "name": {"type": "string"}, "input": {"type": "string"}}},
                  "order_total": {"type": "number"},
                  "express": {"type": "boolean"},
                  "at": {"type": "string", "format": "date-time"},
                  "tier": {"enum": ["GOLD", "BASIC"]},
                  "items": {"type": "array", "items": {"type": "string"}},
                  "note": {"type": "string"},
                  "parent": {"$ref": "#"}
                }}
                """).with("bill.schema.json", """
                {"type": "object", "required": ["to", "amount", "currency"], "properties": {
                  "to": {"type": "string"}, "amount": {"type": "number"}, "currency": {"type": "string"}}}
                """);
        program = Files.readString(Path.of("src/test/resources/cases/programs/PathsOrder.java.txt"));
    }

    @Test
    void a_machine_made_with_paths_is_the_one_made_with_accessors() throws Exception {
        Compiled classes = sources.compiled(file(program));

        List<?> both = (List<?>) ((Supplier<?>)
                        classes.type("com.acme.PathsOrder").getConstructor().newInstance())
                .get();

        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat(both.get(0).toString()).contains("order_total");
    }

    @Test
    void a_misspelt_path_is_a_missing_method() {
        GeneratedFile wrong =
                file(program.replace("ORDER.customer().name().equalTo", "ORDER.customer().nam().equalTo"));

        assertThatThrownBy(() -> sources.compiled(wrong))
                .hasMessageContaining("cannot find symbol")
                .hasMessageContaining("symbol:   method nam()")
                .hasMessageContaining("location: class CustomerPaths<Order>");
    }

    @Test
    void an_argument_of_another_type_is_refused_at_its_place() {
        GeneratedFile wrong = file(program.replace("ORDER.orderTotal(), value", "ORDER.note(), value"));

        assertThatThrownBy(() -> sources.compiled(wrong))
                .hasMessageContaining("PathsOrder.java:25: error: method make in class BillPaths")
                .hasMessageContaining(
                        "argument mismatch; Text<Order> cannot be converted to Expr<? super T,? super S,? extends BigDecimal>");
    }

    @Test
    void paths_go_through_optional_and_recursive_members() throws Exception {
        Class<?> paths = sources.compiled().type("com.acme.OrderPaths");
        Object order = paths.getMethod("input").invoke(null);

        Object grandparent =
                paths.getMethod("parent").invoke(paths.getMethod("parent").invoke(order));
        Object note = paths.getMethod("note").invoke(grandparent);

        assertThat(note).hasToString("$states.input.parent.parent.note");
    }

    @Test
    void what_a_definition_tells_of_itself_has_no_paths() {
        sources.with("tell.asl.json", """
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a.$": "$.b"}, "End": true}}}
                """);

        assertThat(sources.files())
                .extracting(GeneratedFile::path)
                .contains("com/acme/TellInput.java")
                .doesNotContain("com/acme/TellInputPaths.java");
    }

    private static GeneratedFile file(String text) {
        return new GeneratedFile(Root.SOURCES, "com/acme/PathsOrder.java", text);
    }
}
