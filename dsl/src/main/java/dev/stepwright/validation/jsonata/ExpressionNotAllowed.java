package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;

/** An expression in a field that takes a fixed value only. */
final class ExpressionNotAllowed extends Rule {
    ExpressionNotAllowed() {
        super("ASL-JNT-006", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.isJsonata()) {
            part.fields().stream()
                    .filter(field -> part.hasUnwantedExpression(field))
                    .forEach(field -> findings.add(at(
                                    part.at(field.name()),
                                    "%s cannot be an expression; write %s"
                                            .formatted(
                                                    field.name(), field.shape().noun()))
                            .service(ServiceWords.expected(field.shape()), part.at(field.name()))));
        }
    }
}
