package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** An expression in a field that takes a fixed value only. */
final class ExpressionNotAllowed extends Rule {
    ExpressionNotAllowed() {
        super("ASL-JNT-006", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.isJsonata()) {
            part.fields().stream()
                    .filter(field -> isFixed(part, field, part.value(field.name())))
                    .forEach(field -> findings.add(at(
                                    part.at(field.name()),
                                    "%s takes no expression; write %s itself"
                                            .formatted(
                                                    field.name(), field.shape().noun()))
                            .service(
                                    "Expected value of type [" + field.shape().serviceName() + "]",
                                    part.at(field.name()))));
        }
    }

    /** Returns whether a field has an expression where only a number or boolean may stand; names of states are checked as such. */
    static boolean isFixed(Part part, Field field, JsonNode value) {
        return part.isJsonata()
                && !field.takesExpression()
                && !field.shape().fits(value)
                && field.language() == null
                && Text.isExpression(value);
    }
}
