package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.validation.document.NotJson;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Finding.Audience;
import dev.stepwright.validation.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks definitions as AWS Step Functions does, for those who answer in its place. People are better served by {@link Validator}. */
public final class ServiceValidator {
    private static final String TARGET = "MISSING_TRANSITION_TARGET";

    /** AWS: the place is the end of such a word, not its begin. */
    private static final Pattern UNKNOWN_WORD = Pattern.compile("Unrecognized token '([^']*)'");

    private static final Set<Audience> CHECK = EnumSet.of(Audience.BOTH, Audience.SERVICE);

    private static final Set<Audience> MAKING = EnumSet.of(Audience.BOTH, Audience.SERVICE, Audience.MAKER);

    private ServiceValidator() {}

    /**
     * Returns why the service makes no machine of a definition, in the order of {@link #validate}; empty if it does. AWS: an integration without
     * parameters is refused here only.
     */
    public static List<ServiceDiagnostic> refusals(String definition, WorkflowType type) {
        return validate(definition, type, MAKING).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * Returns what the service says of a definition, all of it: schema findings in the order of the document, then those of
     * the graph, which the service leaves out while there are schema errors.
     */
    public static List<ServiceDiagnostic> validate(String definition, WorkflowType type) {
        return validate(definition, type, CHECK);
    }

    private static List<ServiceDiagnostic> validate(String definition, WorkflowType type, Set<Audience> audiences) {
        if (definition.isBlank()) {
            return List.of(
                    new ServiceDiagnostic(Severity.ERROR, Rule.SCHEMA, "Definition must be a valid JSON object", null));
        }
        try {
            return validate(AslDocument.parse("definition", definition), type, audiences);
        } catch (JsonSyntaxException e) {
            return List.of(notJson(definition, e));
        }
    }

    private static ServiceDiagnostic notJson(String definition, JsonSyntaxException problem) {
        // AWS uses an older Jackson, which says field where the present one says property.
        String words = problem.parserProblem().replace("property name", "field name");
        Matcher word = UNKNOWN_WORD.matcher(words);
        int length = word.lookingAt() ? word.group(1).length() : 0;
        String location = "[Source: (String)%s; line: %d, column: %d]"
                .formatted(
                        ShownSource.of(definition),
                        problem.position().line(),
                        problem.position().column() + length);
        return new ServiceDiagnostic(
                Severity.ERROR, NotJson.of(problem).rule().serviceCode(), words + "\n at " + location, location);
    }

    private static List<ServiceDiagnostic> validate(AslDocument document, WorkflowType type, Set<Audience> audiences) {
        Source source = new Source(document);
        List<Finding> findings = source.inOrder(
                Validator.check(Validator.machine(document, type)).forService(audiences));
        List<Finding> told = new ArrayList<>(
                findings.stream().filter(finding -> !isOfGraph(finding)).toList());
        if (told.stream().noneMatch(ServiceValidator::isSchemaError)) {
            told.addAll(ofGraph(findings));
        }
        return told.stream()
                .map(finding -> diagnostic(finding, document.root()))
                .toList();
    }

    /** The place is that of the value if the service gives no text of its own. */
    private static ServiceDiagnostic diagnostic(Finding finding, JsonNode root) {
        String known = finding.service().message();
        JsonPointer place =
                known == null ? finding.spot().pointer() : finding.service().location();
        return new ServiceDiagnostic(
                finding.audience() == Audience.MAKER || finding.refused()
                        ? Severity.ERROR
                        : finding.rule().severity(),
                finding.rule().serviceCode(),
                known == null ? finding.message() : known,
                place == null ? null : ServiceLocation.of(place, root));
    }

    /** Targets come first; that the workflow has no end stands in place of the states that are not reached. */
    private static List<Finding> ofGraph(List<Finding> findings) {
        List<Finding> graph = new ArrayList<>(
                findings.stream().filter(ServiceValidator::isMissingTarget).toList());
        List<Finding> noEnd =
                findings.stream().filter(ServiceValidator::isNoEnd).toList();
        graph.addAll(
                noEnd.isEmpty()
                        ? findings.stream()
                                .filter(ServiceValidator::isUnreachable)
                                .toList()
                        : noEnd);
        return graph;
    }

    private static boolean isOfGraph(Finding finding) {
        return finding.rule().serviceCode().equals(TARGET) || isNoEnd(finding);
    }

    private static boolean isMissingTarget(Finding finding) {
        return finding.rule().serviceCode().equals(TARGET) && !isUnreachable(finding);
    }

    private static boolean isNoEnd(Finding finding) {
        return finding.rule().id().equals("ASL-STA-008");
    }

    private static boolean isUnreachable(Finding finding) {
        return finding.rule().id().equals("ASL-STA-009");
    }

    private static boolean isSchemaError(Finding finding) {
        return finding.rule().serviceCode().equals(Rule.SCHEMA);
    }
}
