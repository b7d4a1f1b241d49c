package dev.stepwright.codegen.source;

import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.asl.template.TemplateProblem;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.Position;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The templates that have their definitions among what is exported: what they put in place of placeholders has to be what the definitions have. */
record ExportedTo(SourceFolder sources) {
    /** Adds what does not fit, and which files of theirs are not exported. What else is wrong with a template is told by the goals that are for sources. */
    void check(Findings findings) throws IOException {
        for (Path template : sources.templates().files()) {
            if (Files.isRegularFile(template)) {
                check(template, findings);
            } else {
                findings.error(template, Position.START, ProjectDefinitions.TEMPLATE, "the template does not exist");
            }
        }
    }

    private void check(Path template, Findings findings) throws IOException {
        try {
            for (Definitions read :
                    Definitions.read(template, sources.substitutions()).all()) {
                check(read, findings);
            }
        } catch (IllegalArgumentException e) {
            findings.error(template, Position.START, ProjectDefinitions.TEMPLATE, String.valueOf(e.getMessage()));
        }
    }

    private void check(Definitions read, Findings findings) throws IOException {
        Templates templates = sources.templates();
        for (TemplateProblem problem : read.problems()) {
            if (problem.missing().filter(templates::isExported).isPresent()) {
                Validation.add(read.file(), Validator.inTemplate(problem), findings);
            }
        }
        for (PlacedDefinition placed : read.machines()) {
            Path file = Path.of(placed.document().name());
            if (templates.isExported(file)) {
                new SourceDefinition(file, read.file(), placed).tellProblems(findings);
            }
        }
    }
}
