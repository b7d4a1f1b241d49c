package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import dev.stepwright.conversion.ConversionNote;
import dev.stepwright.conversion.JsonataConversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** What mends the findings at a place, and what makes a definition another one. */
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
        if (isWanted(CodeActionKind.RefactorRewrite, only)) {
            conversion(open).ifPresent(actions::add);
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

    /** Of a definition with errors nobody knows what it means. */
    private static Optional<CodeAction> conversion(OpenText open) {
        return open.definitions().stream()
                .filter(CodeActions::isWholeText)
                .filter(definition -> open.findings().stream().noneMatch(Found::isError))
                .flatMap(definition -> Stream.of(JsonataConversion.of(definition.machine()))
                        .filter(conversion -> !conversion.definition().equals(definition.machine()))
                        .map(conversion -> conversion(definition.document(), open, conversion)))
                .findFirst();
    }

    private static boolean isWholeText(OpenDefinition definition) {
        AslDocument document = definition.document();
        return definition.placed().logicalId().isEmpty() && (document.isYaml() || document.isJson());
    }

    private static CodeAction conversion(AslDocument document, OpenText open, JsonataConversion conversion) {
        CodeAction action = new CodeAction("Convert to JSONata"
                + counted(conversion, ConversionNote.Kind.KEPT, "state stays in JSONPath", "states stay in JSONPath")
                + counted(conversion, ConversionNote.Kind.CHECK, "place to check", "places to check")
                + (document.hasComments() ? ", without its comments" : ""));
        action.setKind(CodeActionKind.RefactorRewrite);
        Range all = new Range(new Position(0, 0), open.tokens().end());
        StateMachineDefinition converted = conversion.definition();
        String text = document.isYaml() ? converted.toYaml() : converted.toUnfilledAsl();
        action.setEdit(new WorkspaceEdit(Map.of(open.uri(), List.of(new TextEdit(all, text)))));
        return action;
    }

    private static String counted(JsonataConversion conversion, ConversionNote.Kind kind, String one, String several) {
        long count =
                conversion.notes().stream().filter(note -> note.kind() == kind).count();
        return count == 0 ? "" : ", " + count + " " + (count == 1 ? one : several);
    }

    static WorkspaceEdit edit(OpenText open, List<TextChange> changes) {
        List<TextEdit> edits = changes.stream()
                .map(change -> new TextEdit(
                        new Range(Tokens.place(change.start()), Tokens.place(change.end())), change.written()))
                .toList();
        return new WorkspaceEdit(Map.of(open.uri(), edits));
    }
}
