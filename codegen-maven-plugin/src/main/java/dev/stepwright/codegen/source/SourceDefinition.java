package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.asl.template.TemplateRule;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Suppressions.Remaining;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition of the project, not checked yet.
 *
 * @param home where it stands, or would stand by its name; schemas and the ignore file are beside it
 * @param container the file that it was found in: its own, or a template
 */
record SourceDefinition(Path home, Path container, PlacedDefinition placed) {
    AslDocument document() {
        return placed.document();
    }

    /** Returns the file in which the document's positions count. */
    Path text() {
        return Path.of(document().name());
    }

    WorkflowType type() {
        return placed.isExpress() ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
    }

    /** Returns the document with all that is known of its placeholders, for what is checked; what is written has them as they are. */
    AslDocument filled() {
        return placed.filled();
    }

    /**
     * @param file what messages call it
     * @param known what the schemas beside it say
     */
    ProjectMachine inProject(String name, String file, KnownShapes known) {
        return new ProjectMachine(name, file, filled(), known, placed.machines());
    }

    /** Returns whether what is found about it holds no error that is told; adds all that is to be told, also about its template and its ignore file. */
    boolean accept(List<Diagnostic> ofDefinition, Findings findings) throws IOException {
        List<Diagnostic> found = new ArrayList<>(ofDefinition);
        placed.problems().forEach(problem -> found.add(Validator.inTemplate(problem)));
        Remaining told = findings.suppressions().apply(home, filled(), found);
        add(told, findings);
        told.ofIgnoreFile().forEach(each -> Validation.add(Suppressions.ignoreFile(home), each, findings));
        findings.suppressed(told.suppressed());
        return told.findings().stream().noneMatch(each -> each.severity() == Severity.ERROR);
    }

    /** Adds what is wrong with it in its template, and nothing else. */
    void tellProblems(Findings findings) throws IOException {
        List<Diagnostic> problems =
                placed.problems().stream().map(Validator::inTemplate).toList();
        Remaining told = findings.suppressions().apply(home, document(), problems);
        add(told, findings);
        findings.suppressed(told.suppressed());
    }

    private void add(Remaining told, Findings findings) {
        told.findings()
                .forEach(each ->
                        Validation.add(TemplateRule.isOfTemplate(each.rule()) ? container : text(), each, findings));
    }

    /** Returns whether it is in a file of its own, and the other one in the same; or whether both are one machine of a template that is read twice. */
    boolean isOfSameFile(SourceDefinition other) {
        boolean isOfSameTemplate =
                container.equals(other.container) && placed.logicalId().equals(other.placed.logicalId());
        return text().equals(other.text()) && (isOfSameTemplate || !text().equals(container));
    }

    /**
     * Reads a file, and the templates of stacks in it; what of them cannot be read is among the findings. Machines whose definitions are exported are left out.
     *
     * @param folder what stands for placeholders, and what is exported
     * @throws IllegalArgumentException if it is a template without a state machine
     */
    static List<Definitions> read(Path file, SourceFolder folder, Findings findings) throws IOException {
        List<Definitions> sources = new ArrayList<>();
        for (Definitions read : Definitions.given(file, folder.substitutions()).all()) {
            sources.add(sources(read, folder.templates(), findings));
        }
        return sources;
    }

    private static Definitions sources(Definitions read, Templates templates, Findings findings) throws IOException {
        Remaining told = findings.suppressions()
                .apply(read.problems().stream()
                        .filter(problem ->
                                problem.missing().filter(templates::isExported).isEmpty())
                        .map(Validator::inTemplate)
                        .toList());
        told.findings().forEach(each -> Validation.add(read.file(), each, findings));
        findings.suppressed(told.suppressed());
        read.broken().forEach(broken -> Validation.add(broken.file(), Validator.notJson(broken.problem()), findings));
        List<PlacedDefinition> sources = read.machines().stream()
                .filter(placed -> placed.logicalId().isEmpty()
                        || !templates.isExported(Path.of(placed.document().name())))
                .toList();
        return new Definitions(read.file(), read.text(), sources, read.problems(), read.broken());
    }
}
