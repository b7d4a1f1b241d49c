package dev.stepwright.validation;

/** The variable {@code states} belongs to the language. */
final class ReservedVariable extends Rule {
    ReservedVariable() {
        super("ASL-VAR-003", Severity.ERROR, "RESERVED_VARIABLE_NAME");
    }

    @Override
    void check(Part part, Findings findings) {
        Variables.assignedBy(part).stream()
                .filter(assignment -> assignment.name().equals("states"))
                .forEach(assignment -> findings.add(atName(
                                part.at("Assign").appendProperty(assignment.field()),
                                "the variable states is reserved: it holds input, result and context; choose another name")
                        .service("Cannot assign to reserved variable '$states'.", part.at("Assign"))));
    }
}
