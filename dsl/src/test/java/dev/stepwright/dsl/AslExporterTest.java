package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.pass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stepwright.asl.AslDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AslExporterTest {
    @TempDir
    Path classes;

    static final class Marked {
        @AslDefinition
        static final StateMachine<String, String> ORDER_FLOW =
                StateMachine.start(String.class).then(pass("Field")).end();

        @AslDefinition
        static final StateMachine<String, String> IGNORING = StateMachine.start(String.class)
                .then(pass("Field"))
                .ignoring("ASL-FLW-001", "Field")
                .ignoring("ASL-ERR-008")
                .end();

        private Marked() {}

        @AslDefinition
        private static StateMachine<String, String> refundFlow() {
            return StateMachine.start(String.class).then(pass("Method")).end();
        }

        @AslDefinition(value = "named", type = ExecutionType.EXPRESS)
        static StateMachine<String, String> another() {
            return StateMachine.start(String.class).then(pass("Name")).end();
        }
    }

    static final class Unmarked {
        static {
            if (true) {
                throw new AssertionError("not to be loaded");
            }
        }
    }

    static final class NoMachine {
        @AslDefinition
        static final String TEXT = "x".strip();
    }

    static final class NotStatic {
        @AslDefinition
        StateMachine<String, String> machine() {
            return Marked.ORDER_FLOW;
        }
    }

    static final class Failing {
        @AslDefinition
        static StateMachine<String, String> broken() {
            throw new IllegalArgumentException("no such table");
        }
    }

    static final class Invalid {
        @AslDefinition
        static final StateMachine<String, String> TWICE =
                StateMachine.start(String.class).then(pass("A")).then(pass("A")).end();
    }

    static final class SameName {
        @AslDefinition("named")
        static final StateMachine<String, String> SECOND = Marked.ORDER_FLOW;
    }

    @Test
    void marked_fields_and_methods_become_files() throws IOException {
        copy(Marked.class);
        copy(Unmarked.class);

        SortedMap<String, Map<String, String>> files = export();

        assertThat(files)
                .containsOnlyKeys("ignoring.asl.json", "named.asl.json", "order-flow.asl.json", "refund-flow.asl.json");
        assertThat(AslDocument.parse("x", files.get("refund-flow.asl.json").get("asl"))
                        .definition())
                .isEqualTo(Marked.refundFlow().definition());
        assertThat(files.get("refund-flow.asl.json")).containsEntry("type", "STANDARD");
        assertThat(files.get("named.asl.json")).containsEntry("type", "EXPRESS");
    }

    @Test
    void what_a_machine_ignores_is_the_text_of_its_ignore_file() throws IOException {
        copy(Marked.class);

        assertThat(export().get("ignoring.asl.json")).containsEntry("ignored", """
                {
                  "ASL-FLW-001": [
                    "Field"
                  ],
                  "ASL-ERR-008": "*"
                }
                """);
        assertThat(export().get("named.asl.json")).doesNotContainKey("ignored");
    }

    @Test
    void what_is_no_machine_is_refused() throws IOException {
        copy(NoMachine.class);

        assertThatIllegalStateException()
                .isThrownBy(this::export)
                .withMessageContaining(NoMachine.class.getName() + ".TEXT")
                .withMessageContaining("not a StateMachine");
    }

    @Test
    void what_is_not_static_is_refused() throws IOException {
        copy(NotStatic.class);

        assertThatIllegalStateException()
                .isThrownBy(this::export)
                .withMessageContaining(NotStatic.class.getName() + ".machine")
                .withMessageContaining("static");
    }

    @Test
    void an_exception_of_a_method_is_reported_with_its_place() throws IOException {
        copy(Failing.class);

        assertThatIllegalStateException()
                .isThrownBy(this::export)
                .withMessageContaining(Failing.class.getName() + ".broken")
                .withMessageContaining("no such table")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_invalid_machine_in_a_field_is_reported_with_its_place() throws IOException {
        copy(Invalid.class);

        assertThatIllegalStateException()
                .isThrownBy(this::export)
                .withMessageContaining(Invalid.class.getName() + ".TWICE")
                .withMessageContaining("state \"A\": two states have this name")
                .withCauseInstanceOf(InvalidStateMachineException.class);
    }

    @Test
    void two_machines_of_one_name_are_refused() throws IOException {
        copy(Marked.class);
        copy(SameName.class);

        assertThatIllegalStateException()
                .isThrownBy(this::export)
                .withMessageContaining("Marked.another")
                .withMessageContaining("SameName.SECOND")
                .withMessageContaining("named.asl.json");
    }

    @ParameterizedTest
    @CsvSource({"order, order", "orderFlow, order-flow", "ORDER_FLOW, order-flow", "order2Cash, order2-cash"})
    void a_name_without_an_annotation_is_in_kebab_case(String member, String name) {
        assertThat(AslExporter.kebabCase(member)).isEqualTo(name);
    }

    private SortedMap<String, Map<String, String>> export() {
        return new AslExporter().apply(classes, AslExporterTest.class.getClassLoader());
    }

    private void copy(Class<?> type) throws IOException {
        Path file = classes.resolve(type.getName().replace('.', '/') + ".class");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream bytes = Objects.requireNonNull(
                type.getResourceAsStream(file.getFileName().toString()))) {
            Files.copy(bytes, file);
        }
    }
}
