package dev.stepwright.benchmarks.mutants;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.ShapeSchemas;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is counted. A mutant counts as refused if it has an error that the definition it was made of does not have.
 *
 * @param definitions how many definitions were read
 * @param mutants how many definitions with one path misspelt were made of them
 * @param refused how many of these are refused with nothing known but the definition
 * @param refusedWithSchemas how many are refused with the schemas of input and task results that the analysis writes for the
 *     definition as it was
 */
record Tally(int definitions, int mutants, int refused, int refusedWithSchemas) {
    static Tally of(List<StateMachineDefinition> definitions, long seed) {
        MisspeltPaths misspelt = new MisspeltPaths(seed);
        int mutants = 0;
        int refused = 0;
        int refusedWithSchemas = 0;
        for (StateMachineDefinition definition : definitions) {
            KnownShapes schemas = schemas(DataFlow.analyze(definition));
            Set<String> before = errors(definition, KnownShapes.NONE);
            Set<String> beforeWithSchemas = errors(definition, schemas);
            for (MisspeltPaths.Mutant mutant : misspelt.of(definition)) {
                mutants++;
                refused += before.containsAll(errors(mutant.definition(), KnownShapes.NONE)) ? 0 : 1;
                refusedWithSchemas += beforeWithSchemas.containsAll(errors(mutant.definition(), schemas)) ? 0 : 1;
            }
        }
        return new Tally(definitions.size(), mutants, refused, refusedWithSchemas);
    }

    private static Set<String> errors(StateMachineDefinition definition, KnownShapes known) {
        AslDocument document = AslDocument.of("mutant", definition);
        return Validator.validate(document, WorkflowType.STANDARD, known).stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .map(Tally::place)
                .collect(Collectors.toSet());
    }

    private static String place(Diagnostic diagnostic) {
        return diagnostic.rule() + " " + diagnostic.pointer();
    }

    /** The schemas that would be written for a start, read again as a file would be. */
    private static KnownShapes schemas(FlowReport report) {
        Map<String, Shape> results = new HashMap<>();
        report.tasks().forEach(task -> results.put(task.state(), written(task.result())));
        return new KnownShapes(Optional.of(written(report.input())), Optional.empty(), Map.of(), results);
    }

    private static Shape written(Shape shape) {
        return ShapeSchemas.shape(ShapeSchemas.schema(shape));
    }

    /** Returns the share of mutants that are refused with nothing known, in per cent. */
    double percent() {
        return 100.0 * refused / mutants;
    }

    double percentWithSchemas() {
        return 100.0 * refusedWithSchemas / mutants;
    }
}
