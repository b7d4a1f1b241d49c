package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** {@code End} is no boolean, or is false although there is no {@code Next}. */
final class BadEnd extends Rule {
    BadEnd() {
        super("ASL-STA-006", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode end = part.value("End");
        if (!part.isState()
                || end.isMissingNode()
                || Fields.find(part.kind(), "End").isEmpty()
                || Text.isUnknown(end)) {
            return;
        }
        if (!end.isBoolean()) {
            findings.add(at(part.at("End"), "End must be true or left out, found " + Words.show(end))
                    .service(ServiceWords.expected(Shape.BOOLEAN), part.at("End"))
                    .mendedBy(part.has("Next") ? Fix.remove(part.at("End")) : Fix.end(part.at("End"))));
        } else if (!end.booleanValue() && !part.has("Next")) {
            findings.add(at(
                            part.at("End"),
                            "state %s has neither Next nor \"End\": true; add one of them"
                                    .formatted(Words.quote(part.name())))
                    .service(ServiceWords.required("Next"), part.pointer())
                    .mendedBy(Fix.end(part.at("End"))));
        }
    }
}
