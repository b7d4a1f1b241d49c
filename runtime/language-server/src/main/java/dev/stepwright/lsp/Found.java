package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.jspecify.annotations.Nullable;

/**
 * A finding, as it is told to the editor.
 *
 * @param document the one that it is about; null if there is none that can be read
 */
record Found(
        dev.stepwright.validation.Diagnostic finding,
        @Nullable AslDocument document,
        Diagnostic told) {
    static Found of(dev.stepwright.validation.Diagnostic finding, @Nullable AslDocument document, Tokens tokens) {
        DiagnosticSeverity severity = switch (finding.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case HINT -> DiagnosticSeverity.Hint;
        };
        Diagnostic told = new Diagnostic(
                tokens.at(finding.position()), finding.message(), severity, "stepwright", finding.rule());
        return new Found(finding, document, told);
    }

    /** Returns the changes of the text that mend it by one of its fixes; none if the text is not to be changed there. */
    List<TextChange> changes(Fix fix) {
        return document == null ? List.of() : fix.in(document);
    }

    boolean isError() {
        return told.getSeverity() == DiagnosticSeverity.Error;
    }

    Optional<Fix> sureFix() {
        return finding.sureFix();
    }
}
