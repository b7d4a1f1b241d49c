package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** {@code ErrorEquals} is no array of error names. */
final class BadErrorEquals extends Rule {
    BadErrorEquals() {
        super("ASL-ERR-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode names = part.value("ErrorEquals");
        if (part.kind() != Kind.RETRY_RULE && part.kind() != Kind.CATCH_RULE || names.isMissingNode()) {
            return;
        }
        if (!names.isArray() && !Text.isUnknown(names)) {
            findings.add(at(
                            part.at("ErrorEquals"),
                            "ErrorEquals must be an array of error names, found " + Words.show(names))
                    .service(ServiceWords.expected(Shape.ARRAY), part.at("ErrorEquals")));
        } else if (names.isArray() && names.isEmpty()) {
            findings.add(at(
                            part.at("ErrorEquals"),
                            "ErrorEquals is empty; name at least one error, or States.ALL for all errors")
                    .service(ServiceWords.EMPTY, part.at("ErrorEquals")));
        }
        for (int i = 0; names.isArray() && i < names.size(); i++) {
            if (!names.get(i).isString()) {
                findings.add(at(
                                part.at("ErrorEquals").appendIndex(i),
                                "an error name must be a string, found " + Words.show(names.get(i)))
                        .service(
                                ServiceWords.expected(Shape.TEXT),
                                part.at("ErrorEquals").appendIndex(i)));
            }
        }
    }
}
