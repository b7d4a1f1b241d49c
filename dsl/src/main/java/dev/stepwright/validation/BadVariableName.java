package dev.stepwright.validation;

/** A variable's name is no identifier. */
final class BadVariableName extends Rule {
    BadVariableName() {
        super("ASL-VAR-002", Severity.ERROR, "INVALID_VARIABLE_NAME");
    }

    @Override
    void check(Part part, Findings findings) {
        Variables.assignedBy(part).stream()
                .filter(assignment -> !Variables.isValid(assignment.name()) && !Text.isUnknown(assignment.name()))
                .forEach(assignment -> findings.add(atName(
                                part.at("Assign").appendProperty(assignment.field()),
                                "a variable's name has up to 80 letters, digits and _, and begins with a letter, but this is %s%s"
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
