package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A variable's name is no identifier. */
final class BadVariableName extends Rule {
    BadVariableName() {
        super("ASL-VAR-002", Severity.ERROR, "INVALID_VARIABLE_NAME");
    }

    @Override
    protected void check(Part part, Findings findings) {
        Variables.assignedBy(part).stream()
                .filter(assignment -> !Variables.isValid(assignment.name()) && !Text.isUnknown(assignment.name()))
                .forEach(assignment -> findings.add(atName(
                                part.at("Assign").appendProperty(assignment.field()),
                                "a variable name must have up to 80 letters, digits and _, and begin with a letter, found %s%s"
                                        .formatted(Words.quote(assignment.name()), remedy(assignment.name())))
                        .service(
                                "Invalid variable name '%s': the variable name contains invalid characters."
                                        .formatted(assignment.name()),
                                part.at("Assign"))));
    }

    private static String remedy(String name) {
        return name.contains(".") || name.contains("[") ? "; assign the whole variable" : "";
    }
}
