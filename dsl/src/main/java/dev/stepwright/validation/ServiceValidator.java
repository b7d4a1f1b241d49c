package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks definitions as AWS Step Functions does, for those who answer in its place. People are better served by {@link Validator}. */
public final class ServiceValidator {
    private static final String TARGET = "MISSING_TRANSITION_TARGET";

    /** AWS: the place is the end of such a word, not its begin. */
    private static final Pattern UNKNOWN_WORD = Pattern.compile("Unrecognized token '([^']*)'");

    private ServiceValidator() {}

    /**
     * Returns what the service says of a definition, all of it: schema findings in the order of the document, then those of
     * the graph, which the service leaves out while there are schema errors.
     */
    public static List<ServiceDiagnostic> validate(String definition, WorkflowType type) {
        if (definition.isBlank()) {
            return List.of(
                    new ServiceDiagnostic(Severity.ERROR, Rule.SCHEMA, "Definition must be a valid JSON object", null));
        }
        try {
            return validate(AslDocument.parse("definition", definition), type);
        } catch (JsonSyntaxException e) {
            return List.of(notJson(definition, e));
        }
    }

    private static ServiceDiagnostic notJson(String definition, JsonSyntaxException problem) {
        // AWS uses an older Jackson, which says field where the present one says property.
        String words = problem.parserProblem().replace("property name", "field name");
        Matcher word = UNKNOWN_WORD.matcher(words);
        int length = word.lookingAt() ? word.group(1).length() : 0;
        String location = "[Source: (String)\"%s\"; line: %d, column: %d]"
                .formatted(
                        definition,
                        problem.position().line(),
                        problem.position().column() + length);
        return new ServiceDiagnostic(
                Severity.ERROR, NotJson.SYNTAX.serviceCode(), words + "\n at " + location, location);
    }

    private static List<ServiceDiagnostic> validate(AslDocument document, WorkflowType type) {
        Source source = new Source(document);
        List<Finding> findings = Validator.check(Machine.of(document, type)).forServiceInOrderOf(source);
        List<Finding> told = new ArrayList<>(
                findings.stream().filter(finding -> !isOfGraph(finding)).toList());
        if (told.stream().noneMatch(ServiceValidator::isSchemaError)) {
            told.addAll(ofGraph(findings));
        }
        return told.stream().map(finding -> finding.forService(source)).toList();
    }

    /** Targets come first; that the workflow has no end stands in place of the states that are not reached. */
    private static List<Finding> ofGraph(List<Finding> findings) {
        List<Finding> graph = new ArrayList<>(
                findings.stream().filter(finding -> isMissingTarget(finding)).toList());
        List<Finding> noEnd = findings.stream()
                .filter(finding -> finding.rule() instanceof NoEnd)
                .toList();
        graph.addAll(
                noEnd.isEmpty()
                        ? findings.stream()
                                .filter(finding -> finding.rule() instanceof Unreachable)
                                .toList()
                        : noEnd);
        return graph;
    }

    private static boolean isOfGraph(Finding finding) {
        return finding.rule().serviceCode().equals(TARGET) || finding.rule() instanceof NoEnd;
    }

    private static boolean isMissingTarget(Finding finding) {
        return finding.rule().serviceCode().equals(TARGET) && !(finding.rule() instanceof Unreachable);
    }

    private static boolean isSchemaError(Finding finding) {
        return finding.rule().serviceCode().equals(Rule.SCHEMA);
    }
}
