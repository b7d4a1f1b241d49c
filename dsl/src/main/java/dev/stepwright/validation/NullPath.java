package dev.stepwright.validation;

/** A path is null that has no meaning as null. */
final class NullPath extends Rule {
    NullPath() {
        super("ASL-PTH-004", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.fields().stream()
                .filter(field ->
                        field.shape() == Shape.PATH && part.value(field.name()).isNull())
                .filter(field -> field.language() == null || field.language() == part.language())
                .forEach(field -> findings.add(at(
                                part.at(field.name()),
                                "%s cannot be null; only InputPath, OutputPath and ResultPath can"
                                        .formatted(field.name()))
                        .service("Expected value of type [STRING]", part.at(field.name()))));
    }
}
