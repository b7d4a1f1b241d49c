package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Suppressions.Remaining;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the validator says about a definition, as findings. */
final class Validation {
    private Validation() {}

    /** Returns a definition that is not checked yet; empty if it is no JSON, which is then among the findings. */
    static Optional<AslDocument> read(Path path, Findings findings) throws IOException {
        try {
            return Optional.of(AslDocument.read(path));
        } catch (JsonSyntaxException e) {
            add(path, Validator.notJson(e), findings);
            return Optional.empty();
        }
    }

    /**
     * Returns whether a definition is free of errors that are told; adds all that is to be told about it and its ignore file. The
     * schemas beside it count; what is wrong with one of them is found where all schemas are read. It is a Standard one as far as anybody knows.
     */
    static boolean accept(Path path, AslDocument document, Findings findings) throws IOException {
        return accept(
                path, document, Validator.validate(document, WorkflowType.STANDARD, known(path, document)), findings);
    }

    /** Returns what the schemas beside a definition say. */
    static KnownShapes known(Path path, AslDocument document) throws IOException {
        return document.root().isObject()
                ? SidecarSchemas.read(path, document.definition()).known()
                : KnownShapes.NONE;
    }

    /** Likewise, with what they refer to in the jars of dependencies. */
    static KnownShapes known(Path path, AslDocument document, SchemaFiles schemas) throws IOException {
        return document.root().isObject()
                ? SidecarSchemas.known(path, document.definition(), schemas::document)
                : KnownShapes.NONE;
    }

    /** Returns whether what is found about a definition holds no error that is told; adds all of it that is to be told, and its ignore file's. */
    static boolean accept(Path path, AslDocument document, List<Diagnostic> found, Findings findings)
            throws IOException {
        Remaining told = findings.suppressions().apply(path, document, found);
        told.findings().forEach(diagnostic -> add(path, diagnostic, findings));
        told.ofIgnoreFile().forEach(diagnostic -> add(Suppressions.ignoreFile(path), diagnostic, findings));
        findings.suppressed(told.suppressed());
        return told.findings().stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    static void add(Path path, Diagnostic diagnostic, Findings findings) {
        findings.add(new Finding(
                path, diagnostic.position(), diagnostic.severity(), diagnostic.rule(), diagnostic.message()));
    }
}
