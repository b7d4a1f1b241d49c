package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** {@code Assign} is no object, or stands where nothing is assigned. */
final class BadAssign extends Rule {
    BadAssign() {
        super("ASL-VAR-001", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        JsonNode assign = part.value("Assign");
        if (assign.isMissingNode() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        if (part.isState() && Fields.find(part.kind(), "Assign").isEmpty()) {
            findings.add(atName(
                            part.at("Assign"),
                            part.kind().noun() + " ends the machine and assigns no variables; remove Assign")
                    .service("Field 'Assign' is not supported", part.pointer()));
        } else if (!assign.isObject() && Fields.find(part.kind(), "Assign").isPresent() && !Text.isUnknown(assign)) {
            findings.add(at(
                            part.at("Assign"),
                            "Assign is an object with a value for each variable, but this is " + Words.show(assign))
                    .service("Expected value of type [OBJECT]", part.at("Assign")));
        }
    }
}
