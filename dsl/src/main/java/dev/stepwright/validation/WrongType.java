package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** The value of a field has the wrong JSON type. */
final class WrongType extends Rule {
    WrongType() {
        super("ASL-TOP-007", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        for (Field field : part.fields()) {
            check(part, field, findings);
        }
        if (part.kind() != Kind.UNKNOWN_STATE || part.has("Type")) {
            elements(part, findings);
        }
    }

    private void check(Part part, Field field, Findings findings) {
        JsonNode value = part.value(field.name());
        if (isChecked(part, field, value)) {
            String instead = field.takesExpression() && part.isJsonata() ? " or a {% %} expression" : "";
            findings.add(at(
                            part.at(field.name()),
                            "%s has to be %s%s, but is %s%s"
                                    .formatted(
                                            field.name(),
                                            field.shape().noun(),
                                            instead,
                                            Words.show(value),
                                            remedy(part, field, value)))
                    .service("Expected value of type [" + field.shape().serviceName() + "]", part.at(field.name())));
        }
    }

    /** {@code States} is left to {@link NoStates}; a null path to {@link NullPath}, an expression to {@link ExpressionNotAllowed}; a placeholder may become anything; the other language's field is reported as such. */
    private static boolean isChecked(Part part, Field field, JsonNode value) {
        return !field.shape().fits(value)
                && !(part.kind().isScope() && field.name().equals("States"))
                && !(field.takesExpression() && part.isJsonata() && Text.isExpression(value))
                && !(value.isNull() && field.shape() == Shape.PATH)
                && !ExpressionNotAllowed.isFixed(part, field, value)
                && !Text.isUnknown(value)
                && (field.language() == null || field.language() == part.language());
    }

    private static String remedy(Part part, Field field, JsonNode value) {
        if (Text.looksLikePath(value)
                && !part.isJsonata()
                && Fields.find(part.kind(), field.name() + "Path").isPresent()) {
            return "; use " + field.name() + "Path for a path";
        }
        return Text.isExpression(value) && field.takesExpression()
                ? "; an expression needs \"QueryLanguage\": \"JSONata\" on the state"
                : "";
    }

    private void elements(Part part, Findings findings) {
        part.fields().stream()
                .filter(field -> field.shape() == Shape.ARRAY && field.holds() != null)
                .forEach(field -> {
                    JsonNode array = part.value(field.name());
                    for (int i = 0; array.isArray() && i < array.size(); i++) {
                        if (!array.get(i).isObject()) {
                            findings.add(at(
                                            part.at(field.name()).appendIndex(i),
                                            "the elements of %s are objects, but this is %s"
                                                    .formatted(field.name(), Words.show(array.get(i))))
                                    .service(
                                            "Expected value of type [OBJECT]",
                                            part.at(field.name()).appendIndex(i)));
                        }
                    }
                });
    }
}
