package dev.stepwright.validation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A rule inside And, Or or Not has {@code Next}, or And or Or has no rules. */
final class BadNestedRule extends Rule {
    BadNestedRule() {
        super("ASL-CHO-003", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.NESTED_RULE && part.has("Next")) {
            findings.add(atName(
                            part.at("Next"),
                            "a rule inside And, Or or Not has no Next; only the rule itself, the element of Choices, leads on")
                    .service("Field 'Next' is not supported", part.pointer()));
        }
        if (part.kind() == Kind.NESTED_RULE || part.kind() == Kind.CHOICE_RULE) {
            for (String field : List.of("And", "Or")) {
                JsonNode rules = part.value(field);
                if (rules.isArray() && rules.isEmpty()) {
                    findings.add(at(part.at(field), field + " is empty; it needs at least one rule")
                            .service("Value cannot be empty", part.at(field)));
                }
            }
        }
    }
}
