package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** The variable {@code states} belongs to the language. */
final class ReservedVariable extends Rule {
    ReservedVariable() {
        super("ASL-VAR-003", Severity.ERROR, "RESERVED_VARIABLE_NAME");
    }

    @Override
    protected void check(Part part, Findings findings) {
        Variables.assignedBy(part).stream()
                .filter(assignment -> assignment.name().equals("states"))
                .forEach(assignment -> findings.add(atName(
                                part.at("Assign").appendProperty(assignment.field()),
                                "the variable states is reserved for input, result and context; choose another name")
                        .service("Cannot assign to reserved variable '$states'.", part.at("Assign"))));
    }
}
