package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** {@code End} is no boolean, or is false although there is no {@code Next}. */
final class BadEnd extends Rule {
    BadEnd() {
        super("ASL-STA-006", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        JsonNode end = part.value("End");
        if (!part.isState()
                || end.isMissingNode()
                || Fields.find(part.kind(), "End").isEmpty()
                || Text.isUnknown(end)) {
            return;
        }
        if (!end.isBoolean()) {
            findings.add(at(part.at("End"), "End is true or left out, but is " + Words.show(end))
                    .service("Expected value of type [BOOLEAN]", part.at("End")));
        } else if (!end.booleanValue() && !part.has("Next")) {
            findings.add(at(
                            part.at("End"),
                            "state %s has neither Next nor \"End\": true; one of them is needed"
                                    .formatted(Words.quote(part.name())))
                    .service("These fields are required: [Next]", part.pointer()));
        }
    }
}
