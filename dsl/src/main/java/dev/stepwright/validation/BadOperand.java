package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** A comparison is given a value of a type that it does not compare. */
final class BadOperand extends Rule {
    BadOperand() {
        super("ASL-CHO-004", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() != Kind.CHOICE_RULE && part.kind() != Kind.NESTED_RULE || part.isJsonata()) {
            return;
        }
        for (String operator : part.json().propertyNames()) {
            Comparison.of(operator)
                    .filter(comparison -> !fits(comparison, part.value(operator)))
                    .ifPresent(comparison -> findings.add(at(
                                    part.at(operator),
                                    "%s compares with %s, but this is %s%s"
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
            case STRING -> "Expected value of type [STRING]";
            case NUMBER -> "Expected value of type [NUMBER]";
            case BOOLEAN -> "Expected value of type [BOOLEAN]";
            case TIMESTAMP -> "String does not match RFC3339 timestamp";
            case PATH ->
                value.isString() ? BadVariable.inTheWordsOfAws(value.stringValue()) : "Expected value of type [STRING]";
        };
    }
}
