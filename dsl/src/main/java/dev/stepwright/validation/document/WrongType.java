package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** The value of a field has the wrong JSON type. */
final class WrongType extends Rule {
    WrongType() {
        super("ASL-TOP-007", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
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
                            "%s must be %s%s, found %s%s"
                                    .formatted(
                                            field.name(),
                                            field.shape().noun(),
                                            instead,
                                            Words.show(value),
                                            remedy(part, field, value)))
                    .service(ServiceWords.expected(field.shape()), part.at(field.name())));
        }
    }

    /**
     * {@code States} is left to {@link NoStates}, a null path to ASL-PTH-004, an expression to ASL-JNT-006, a field of the other
     * language to {@link FieldOfOtherLanguage}; a placeholder may become anything.
     */
    private static boolean isChecked(Part part, Field field, JsonNode value) {
        return !field.shape().fits(value)
                && !(part.kind().isScope() && field.name().equals("States"))
                && !(field.takesExpression() && part.isJsonata() && Text.isExpression(value))
                && !(value.isNull() && field.shape() == Shape.PATH)
                && !part.hasUnwantedExpression(field)
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
                ? "; to use an expression, add \"QueryLanguage\": \"JSONata\" to the state"
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
                                            "the elements of %s must be objects, found %s"
                                                    .formatted(field.name(), Words.show(array.get(i))))
                                    .service(
                                            ServiceWords.expected(Shape.OBJECT),
                                            part.at(field.name()).appendIndex(i)));
                        }
                    }
                });
    }
}
