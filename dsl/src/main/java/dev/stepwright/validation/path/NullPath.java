package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;

/** A path is null that has no meaning as null. */
final class NullPath extends Rule {
    NullPath() {
        super("ASL-PTH-004", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.fields().stream()
                .filter(field ->
                        field.shape() == Shape.PATH && part.value(field.name()).isNull())
                .filter(field -> field.language() == null || field.language() == part.language())
                .forEach(field -> findings.add(at(
                                part.at(field.name()),
                                "%s cannot be null; only InputPath, OutputPath and ResultPath can"
                                        .formatted(field.name()))
                        .service(ServiceWords.expected(Shape.TEXT), part.at(field.name()))));
    }
}
