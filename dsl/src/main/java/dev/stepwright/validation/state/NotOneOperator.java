package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Comparison;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** A JSONPath choice rule has no operator, more than one, or one without the {@code Variable} that it compares. */
final class NotOneOperator extends Rule {
    private static final List<String> LOGIC = List.of("And", "Or", "Not");

    private static final String ONE_SUBJECT =
            "The object must have only one of the following fields, [And, Or, Not, Variable, Condition]";

    NotOneOperator() {
        super("ASL-CHO-002", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.kind().isChoiceRule() || part.isJsonata()) {
            return;
        }
        List<String> operators = operators(part);
        if (operators.size() > 1) {
            findings.add(atName(
                            part.at(operators.get(1)),
                            "a choice rule must have one operator, found %s; combine several with And"
                                    .formatted(String.join(" and ", operators)))
                    .service(
                            operators.stream().anyMatch(LOGIC::contains)
                                    ? ONE_SUBJECT
                                    : "Each Choice Rule can only have one comparison operator.",
                            part.pointer()));
        } else if (operators.isEmpty() && !isReportedElsewhere(part)) {
            findings.add(at(
                            part.pointer(),
                            "a choice rule needs Variable and a comparison such as StringEquals, or And, Or or Not")
                    .service(
                            part.has("Variable") ? "A Choice Rule must have a comparison operator" : ONE_SUBJECT,
                            part.pointer()));
        } else if (!operators.isEmpty() && !LOGIC.contains(operators.get(0)) && lacksVariable(part)) {
            findings.add(at(part.pointer(), operators.get(0) + " needs Variable, the path to the value to compare")
                    .service(ONE_SUBJECT, part.pointer()));
        }
    }

    private static List<String> operators(Part part) {
        return part.json().propertyNames().stream()
                .filter(name -> LOGIC.contains(name) || Comparison.of(name).isPresent())
                .toList();
    }

    private static boolean lacksVariable(Part part) {
        return !part.has("Variable") && !part.misspells("Variable");
    }

    /** A misspelt operator, or a JSONata condition in a JSONPath state. */
    private static boolean isReportedElsewhere(Part part) {
        return part.has("Condition")
                || Stream.concat(LOGIC.stream(), Comparison.names()).anyMatch(part::misspells);
    }
}
