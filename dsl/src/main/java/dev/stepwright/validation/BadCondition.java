package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** The {@code Condition} of a JSONata rule is neither an expression nor a boolean. */
final class BadCondition extends Rule {
    BadCondition() {
        super("ASL-CHO-010", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        JsonNode condition = part.value("Condition");
        if (part.kind() == Kind.CHOICE_RULE
                && part.isJsonata()
                && !condition.isMissingNode()
                && !condition.isBoolean()
                && !Text.isExpression(condition)
                && !Text.isUnknown(condition)) {
            findings.add(at(
                            part.at("Condition"),
                            "Condition is true, false or a string from {%% to %%}, but this is %s"
                                    .formatted(Words.show(condition)))
                    .service("Expected value of type [BOOLEAN]", part.at("Condition")));
        }
    }
}
