package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is wrong with the definitions in a text. */
final class Findings {
    private static final Suppressions SUPPRESSIONS = Suppressions.of(List.of());

    private final OpenText open;
    private final List<Found> all = new ArrayList<>();

    private Findings(OpenText open) {
        this.open = open;
    }

    /** Returns what {@code stepwright validate} tells of the file, were it saved. */
    static List<Found> of(OpenText open) {
        Findings findings = new Findings(open);
        open.read().ifPresent(findings::addAll);
        return findings.all;
    }

    private void addAll(Definitions read) {
        Map<PlacedDefinition, ProjectMachine> machines = new LinkedHashMap<>();
        read.machines().forEach(placed -> machines.put(placed, machine(placed)));
        ProjectValidator project =
                new ProjectValidator(List.copyOf(machines.values()), machine -> type(machine, machines), Map.of());
        machines.forEach((placed, machine) -> {
            if (open.isHere(placed)) {
                addAll(placed, project.validate(machine));
            }
        });
        Stream.concat(
                        read.broken().stream()
                                .filter(broken -> broken.file().equals(open.file()))
                                .map(broken -> Validator.notJson(broken.problem())),
                        SUPPRESSIONS
                                .apply(read.problems().stream()
                                        .map(Validator::inTemplate)
                                        .toList())
                                .findings()
                                .stream())
                .forEach(finding -> all.add(Found.of(finding, null, open.tokens())));
    }

    private ProjectMachine machine(PlacedDefinition placed) {
        AslDocument document = placed.filled();
        KnownShapes known =
                document.root().isObject() ? open.known(placed.home(), document.definition()) : KnownShapes.NONE;
        return new ProjectMachine(placed.name(), document.name(), document, known, placed.machines());
    }

    private static WorkflowType type(ProjectMachine machine, Map<PlacedDefinition, ProjectMachine> machines) {
        boolean isExpress = machines.entrySet().stream()
                .anyMatch(each -> each.getValue() == machine && each.getKey().isExpress());
        return isExpress ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
    }

    private void addAll(PlacedDefinition placed, List<Diagnostic> ofMachine) {
        List<Diagnostic> found = new ArrayList<>(ofMachine);
        placed.problems().forEach(problem -> found.add(Validator.inTemplate(problem)));
        try {
            SUPPRESSIONS.apply(placed.home(), placed.filled(), found).findings().stream()
                    .map(finding -> Found.of(finding, placed.filled(), open.tokens()))
                    .forEach(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
