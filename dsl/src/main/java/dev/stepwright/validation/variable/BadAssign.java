package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** {@code Assign} is no object, or stands where nothing is assigned. */
final class BadAssign extends Rule {
    BadAssign() {
        super("ASL-VAR-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode assign = part.value("Assign");
        if (assign.isMissingNode() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        if (part.isState() && Fields.find(part.kind(), "Assign").isEmpty()) {
            findings.add(atName(
                            part.at("Assign"),
                            part.kind().noun() + " ends the machine and cannot assign variables; remove Assign")
                    .service(ServiceWords.unsupported("Assign"), part.pointer()));
        } else if (!assign.isObject() && Fields.find(part.kind(), "Assign").isPresent() && !Text.isUnknown(assign)) {
            findings.add(at(
                            part.at("Assign"),
                            "Assign must be an object with a value for each variable, found " + Words.show(assign))
                    .service(ServiceWords.expected(Shape.OBJECT), part.at("Assign")));
        }
    }
}
