package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Comparison;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** A comparison is given a value of a type that it does not compare. */
final class BadOperand extends Rule {
    BadOperand() {
        super("ASL-CHO-004", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.kind().isChoiceRule() || part.isJsonata()) {
            return;
        }
        for (String operator : part.json().propertyNames()) {
            Comparison.of(operator)
                    .filter(comparison -> !fits(comparison, part.value(operator)))
                    .ifPresent(comparison -> findings.add(at(
                                    part.at(operator),
                                    "%s must be %s, found %s%s"
                                            .formatted(
                                                    operator,
                                                    comparison.noun(),
                                                    Words.show(part.value(operator)),
                                                    remedy(operator, part.value(operator))))
                            .service(serviceText(comparison, part.value(operator)), part.at(operator))));
        }
    }

    private static boolean fits(Comparison comparison, JsonNode value) {
        if (Text.isUnknown(value)) {
            return true;
        }
        return switch (comparison) {
            case STRING -> value.isString();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case TIMESTAMP -> value.isString() && Timestamps.isValid(value.stringValue());
            case PATH -> // CallNotAllowed reports calls
                value.isString() && (value.stringValue().startsWith("$") || PathSite.isCall(value.stringValue()));
        };
    }

    private static String remedy(String operator, JsonNode value) {
        return Text.looksLikePath(value) && Comparison.of(operator + "Path").isPresent()
                ? "; use " + operator + "Path for a path"
                : "";
    }

    private static String serviceText(Comparison comparison, JsonNode value) {
        return switch (comparison) {
            case STRING -> ServiceWords.expected(Shape.TEXT);
            case NUMBER -> ServiceWords.expected(Shape.NUMBER);
            case BOOLEAN -> ServiceWords.expected(Shape.BOOLEAN);
            case TIMESTAMP -> "String does not match RFC3339 timestamp";
            case PATH ->
                value.isString()
                        ? ServiceWords.noReferencePath(value.stringValue())
                        : ServiceWords.expected(Shape.TEXT);
        };
    }
}
