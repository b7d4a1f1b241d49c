package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test in which an editor has a definition open, served as editors are. */
abstract class InEditor {
    static final String ORDER = """
            {
              "StartAt": "Make",
              "States": {
                "Make": {"Type": "Pass", "Result": {"order": {"total": 5, "name": "a"}}, "Assign": {"limit": 3}, "Next": "Check"},
                "Check": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.order.total", "NumericGreaterThanPath": "$limit", "Next": "Done"}],
                  "Default": "Split"
                },
                "Split": {
                  "Type": "Parallel",
                  "Branches": [
                    {"StartAt": "Inner", "States": {"Inner": {"Type": "Succeed"}}},
                    {"StartAt": "Beside", "States": {"Beside": {"Type": "Succeed"}}}
                  ],
                  "Next": "Done"
                },
                "Done": {"Type": "Succeed"}
              }
            }
            """;

    Editor editor;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        editor = new Editor(folder.resolve("order.asl.json").toUri().toString());
    }

    @AfterEach
    void stop() throws Exception {
        editor.close();
    }

    /** Has another file open instead. */
    void use(String file) throws Exception {
        editor.close();
        editor = new Editor(folder.resolve(file).toUri().toString());
    }

    static Range range(int line, int from, int to) {
        return new Range(new Position(line, from), new Position(line, to));
    }

    /** Returns the definition with the cursor behind some words of it. */
    static String cursorBehind(String words) {
        assertThat(ORDER).contains(words);
        return ORDER.replace(words, words + "‸");
    }

    /** Returns what would rewrite the definition as a whole. */
    List<CodeAction> rewritings() throws Exception {
        return editor.actions(range(0, 0, 0), List.of(CodeActionKind.RefactorRewrite));
    }
}
