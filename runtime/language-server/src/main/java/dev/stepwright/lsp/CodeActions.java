package dev.stepwright.lsp;

import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** What mends the findings at a place. */
final class CodeActions {
    /** All that is sure, in the whole text: what editors ask for when a text is saved. */
    static final String ALL = CodeActionKind.SourceFixAll + ".stepwright";

    private CodeActions() {}

    static List<CodeAction> of(OpenText open, Range range, CodeActionContext context) {
        List<String> only = context.getOnly();
        List<CodeAction> actions = new ArrayList<>();
        if (isWanted(CodeActionKind.QuickFix, only)) {
            open.findings().stream()
                    .filter(found -> Tokens.areTouching(found.told().getRange(), range))
                    .flatMap(found ->
                            found.finding().fixes().stream().flatMap(fix -> quickFix(open, found, fix).stream()))
                    .forEach(actions::add);
        }
        if (only != null && isWanted(ALL, only)) {
            sure(open).forEach(actions::add);
        }
        return actions;
    }

    /** A kind stands for all those that it is the beginning of. */
    private static boolean isWanted(String kind, @Nullable List<String> only) {
        return only == null || only.stream().anyMatch(wanted -> (kind + ".").startsWith(wanted + "."));
    }

    private static Optional<CodeAction> quickFix(OpenText open, Found found, Fix fix) {
        List<TextChange> changes = found.changes(fix);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        String text = fix.text();
        CodeAction action = new CodeAction(Character.toUpperCase(text.charAt(0)) + text.substring(1));
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(found.told()));
        action.setIsPreferred(found.sureFix().isPresent());
        action.setEdit(edit(open, changes));
        return Optional.of(action);
    }

    private static Stream<CodeAction> sure(OpenText open) {
        List<TextChange> changes = TextChange.apart(open.findings().stream()
                .flatMap(found -> found.sureFix().stream().map(found::changes))
                .toList());
        if (changes.isEmpty()) {
            return Stream.empty();
        }
        CodeAction action = new CodeAction("Mend all that is surely misspelt");
        action.setKind(ALL);
        action.setEdit(edit(open, changes));
        return Stream.of(action);
    }

    static WorkspaceEdit edit(OpenText open, List<TextChange> changes) {
        List<TextEdit> edits = changes.stream()
                .map(change -> new TextEdit(
                        new Range(Tokens.place(change.start()), Tokens.place(change.end())), change.written()))
                .toList();
        return new WorkspaceEdit(Map.of(open.uri(), edits));
    }
}
