package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Severity;
import dev.stepwright.validation.Validator;
import java.nio.file.Path;
import java.util.List;

/** What the validator says about a definition, as findings. */
final class Validation {
    private Validation() {}

    /** Returns whether a definition is free of errors; adds all that the validator says. */
    static boolean accept(Path path, AslDocument document, Findings findings) {
        List<Diagnostic> diagnostics = Validator.validate(document);
        diagnostics.forEach(diagnostic -> add(path, diagnostic, findings));
        return diagnostics.stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    static void add(Path path, Diagnostic diagnostic, Findings findings) {
        findings.add(new Finding(
                path, diagnostic.position(), diagnostic.severity(), diagnostic.rule(), diagnostic.message()));
    }
}
