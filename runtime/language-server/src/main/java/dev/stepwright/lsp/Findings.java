package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** What is wrong with a definition, as the protocol has it. */
final class Findings {
    private Findings() {}

    /** Returns what {@code stepwright validate} tells of the file, were it saved. */
    static List<Diagnostic> of(OpenDefinition open) {
        return found(open).stream()
                .map(found -> diagnostic(found, open.tokens()))
                .toList();
    }

    private static List<dev.stepwright.validation.Diagnostic> found(OpenDefinition open) {
        if (open.problem().isPresent()) {
            return List.of(Validator.notJson(open.problem().get()));
        }
        AslDocument document = open.document().orElseThrow();
        KnownShapes known = open.definition().map(open::known).orElse(KnownShapes.NONE);
        try {
            return Suppressions.of(List.of())
                    .apply(open.file(), document, Validator.validate(document, WorkflowType.STANDARD, known))
                    .findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Diagnostic diagnostic(dev.stepwright.validation.Diagnostic found, Tokens tokens) {
        DiagnosticSeverity severity = switch (found.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case HINT -> DiagnosticSeverity.Hint;
        };
        return new Diagnostic(tokens.at(found.position()), found.message(), severity, "stepwright", found.rule());
    }
}
