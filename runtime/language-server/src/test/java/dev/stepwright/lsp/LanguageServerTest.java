package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When findings are told, and the life of the server with its editor. */
class LanguageServerTest extends InEditor {
    @Test
    void findings_are_told_while_one_types() throws Exception {
        assertThat(editor.open(ORDER)).isEmpty();

        List<Diagnostic> found = editor.change(ORDER.replace("\"Default\": \"Split\"", "\"Default\": \"Spilt\""));

        assertThat(found).extracting(each -> each.getCode().getLeft()).contains("ASL-STA-007");
        assertThat(found.get(0).getSource()).isEqualTo("stepwright");
        assertThat(found.get(0).getSeverity()).isEqualTo(DiagnosticSeverity.Error);
        assertThat(found.get(0).getRange()).isEqualTo(range(7, 17, 24));
        assertThat(editor.change(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void parts_of_a_text_change_one_after_the_other(String ending) throws Exception {
        String text = "{\"StartAt\": \"😀\",\n\"States\": {\"😀\": {\"Type\": \"Succeed\"}}}".replace("\n", ending);
        editor.open(text);

        assertThat(editor.edit(
                        new TextEdit(range(0, 13, 15), "First"),
                        new TextEdit(range(0, 19, 20), ", \"Comment\": \"a\",")))
                .anySatisfy(one -> assertThat(one.getMessage()).contains("\"First\""));
        assertThat(editor.edit(new TextEdit(range(1, 12, 14), "First"))).isEmpty();
        assertThat(editor.outline()).extracting(DocumentSymbol::getName).containsExactly("First");
        assertThat(editor.edit(new TextEdit(new Range(new Position(0, 0), new Position(2, 0)), "{}")))
                .isNotEmpty();
        assertThat(editor.outline()).isEmpty();
    }

    @Test
    void a_text_that_cannot_be_read_has_one_finding() throws Exception {
        List<Diagnostic> found = editor.open(ORDER.replace("\"Default\": \"Split\"", "\"Default\": "));

        assertThat(found)
                .singleElement()
                .satisfies(only -> assertThat(only.getCode().getLeft()).isEqualTo("ASL-DOC-001"));
    }

    @Test
    void a_path_that_nothing_produces_is_told_at_its_place() throws Exception {
        List<Diagnostic> found = editor.open(ORDER.replace("$.order.total", "$.order.tot‸l"));

        assertThat(found).anySatisfy(one -> {
            assertThat(one.getMessage()).contains("$.order.totl", "did you mean \"total\"?");
            assertThat(one.getRange().getStart()).isEqualTo(new Position(6, 31));
        });
        assertThat(editor.fixes()).containsExactly(Map.entry("Change to \"$.order.total\"", ORDER));
    }

    @Test
    void schemas_and_ignore_files_beside_the_definition_count_once_one_is_saved() throws Exception {
        String text = """
                {"StartAt": "Read", "States": {"Read": {"Type": "Pass", "InputPath": "$.order", "End": true}}}
                """;
        Files.writeString(folder.resolve("order.asl.json"), text);
        assertThat(editor.open(text)).isEmpty();

        Files.writeString(folder.resolve("order.input.schema.json"), """
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                """);
        List<Diagnostic> found = editor.save();
        assertThat(found).isNotEmpty();

        String rules = String.join(
                "\": \"*\", \"",
                found.stream().map(each -> each.getCode().getLeft()).distinct().toList());
        Files.writeString(folder.resolve("order.asl.ignore.json"), "{\"" + rules + "\": \"*\"}");
        assertThat(editor.save()).isEmpty();
    }

    @Test
    void nothing_is_told_any_more_of_a_text_that_is_closed() throws Exception {
        assertThat(editor.open("{}")).isNotEmpty();

        assertThat(editor.close(folder.resolve("order.asl.json").toUri().toString()))
                .isEmpty();
        assertThat(editor.completion()).isEmpty();
        assertThat(editor.hover()).isNull();
    }

    @Test
    void a_definition_by_another_name_is_one_too() throws Exception {
        use("machine.json");

        assertThat(editor.open(ORDER)).isEmpty();
        assertThat(editor.outline()).hasSize(4);
    }

    @Test
    void what_belongs_to_a_definition_is_read_again_when_a_file_has_changed() throws Exception {
        String text =
                "{\"StartAt\": \"Read\", \"States\": {\"Read\": {\"Type\": \"Pass\", \"InputPath\": \"$.order\", \"End\": true}}}";
        Files.writeString(folder.resolve("order.asl.json"), text);
        assertThat(editor.open(text)).isEmpty();

        Files.writeString(
                folder.resolve("order.input.schema.json"),
                "{\"type\": \"object\", \"properties\": {}, \"additionalProperties\": false}");

        assertThat(editor.fileChanged()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled:Untitled-1",
                "file:///no such/order.asl.json",
                "file://host/share/order.asl.json",
                "vscode-remote://ssh/order.asl.json"
            })
    void a_text_without_a_file_here_is_checked_too(String uri) throws Exception {
        editor.close();
        editor = new Editor(uri);

        assertThat(editor.open("{}")).isNotEmpty();
    }

    @Test
    void a_change_of_a_text_that_is_not_open_is_none() throws Exception {
        editor.type(ORDER);

        assertThat(editor.outline()).isEmpty();
        editor.open(ORDER);
        editor.close(folder.resolve("order.asl.json").toUri().toString());
        editor.type(ORDER);
        assertThat(editor.outline()).isEmpty();
    }

    @Test
    void the_editor_is_asked_to_tell_of_files_that_change() throws Exception {
        assertThat(editor.watched()).contains("**/*.schema.json", "**/*.asl.ignore.json");
    }

    @Test
    void of_a_text_that_is_typed_over_nothing_is_told() throws Exception {
        editor.open(ORDER);
        List<String> typed = IntStream.range(0, 1000)
                .mapToObj(i -> ORDER.replace("\"name\": \"a\"", "\"name\": " + (i < 999 ? "" : i)))
                .toList();

        assertThat(editor.changeQuickly(typed)).isEmpty();
        assertThat(editor.outline()).hasSize(4);
    }

    @Test
    void what_one_asks_while_typing_does_not_wait_for_findings() throws Exception {
        editor.close();
        editor = new Editor(folder.resolve("order.asl.json").toUri().toString(), Duration.ofHours(1));
        editor.open(ORDER);

        editor.type(cursorBehind("\"Default\": \"Sp"));

        assertThat(editor.completion()).hasSize(4);
        assertThat(editor.isTold()).isFalse();
    }

    @Test
    void an_answer_does_not_wait_for_findings() {
        OpenTexts texts = new OpenTexts(Runnable::run, check -> {}, Duration.ZERO, OpenText::findings);
        texts.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem("order.asl.json", "asl", 1, ORDER)));

        assertThat(texts.documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier("order.asl.json"))))
                .isCompletedWithValueMatching(states -> states.size() == 4);
    }

    @Test
    void whatever_is_typed_there_is_an_answer() throws Exception {
        editor.open(ORDER);
        for (int length = 0; length <= ORDER.length(); length += 7) {
            editor.change(ORDER.substring(0, length) + "‸");
            assertThat(editor.completion()).isNotNull();
            assertThat(editor.outline()).isNotNull();
            assertThat(editor.declaration()).isNotNull();
            assertThat(rewritings()).isNotNull();
        }
        for (String text : List.of(
                "null", "[]", "\"‸\"", "{\"States\": [\"‸\"]}", "{\"States\": {\"A\": \"‸\"}}", "‸]}", "{\"‸")) {
            editor.change(text);
            assertThat(editor.completion()).isNotNull();
            assertThat(editor.references()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"jsonrpc\": ", "[]", "{\"id\": {}}"})
    void a_message_that_cannot_be_read_is_told_in_a_line_and_the_next_one_is_answered(String broken) throws Exception {
        editor.open(ORDER);

        String told = editor.send("Content-Length: " + broken.length() + "\r\n\r\n" + broken);

        assertThat(told)
                .startsWith("A message cannot be read and is left out: ")
                .doesNotContain("\n");
        assertThat(editor.change(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: many\r\n\r\n{}", "Content-Type: json\r\n\r\n{}"})
    void a_head_that_cannot_be_read_ends_the_connection(String broken) throws Exception {
        assertThat(editor.send(broken))
                .startsWith("The head of a message cannot be read")
                .doesNotContain("\n");
        assertThat(editor.code()).isEqualTo(1);
    }

    @Test
    void the_process_ends_as_the_editor_says() throws Exception {
        assertThat(editor.promised().getServerInfo().getName()).isEqualTo("Stepwright");
        assertThat(editor.shutDown()).isZero();
    }

    @Test
    void the_process_ends_with_its_editor() throws Exception {
        assertThat(editor.die()).isEqualTo(1);
    }
}
