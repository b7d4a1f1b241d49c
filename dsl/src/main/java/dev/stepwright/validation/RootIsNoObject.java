package dev.stepwright.validation;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The document is JSON but no object. */
final class RootIsNoObject extends Rule {
    RootIsNoObject() {
        super("ASL-DOC-002", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Machine machine, Findings findings) {
        JsonNode root = machine.document().root();
        if (!root.isObject()) {
            findings.add(at(
                            JsonPointer.empty(),
                            "a definition is an object with StartAt and States, but this is " + Words.show(root))
                    .service("Definition must be a valid JSON object", null));
        }
    }
}
