package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The document is JSON but no object. */
final class RootIsNoObject extends Rule {
    RootIsNoObject() {
        super("ASL-DOC-002", Severity.ERROR, SCHEMA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        JsonNode root = machine.document().root();
        if (!root.isObject()) {
            findings.add(at(
                            JsonPointer.empty(),
                            "a definition must be an object with StartAt and States, found " + Words.show(root))
                    .service("Definition must be a valid JSON object", null));
        }
    }
}
