package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** A text begins as an expression and has no end. */
final class UnclosedExpression extends Rule {
    UnclosedExpression() {
        super("ASL-JNT-011", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions().stream()
                .filter(site -> isUnclosed(site.text()) && !Text.isUnknown(site.text()) && !hasWrongType(site))
                .forEach(site -> findings.add(at(
                                site.pointer(),
                                "%s begins as an expression and has no end; close it with %%}"
                                        .formatted(Words.quote(site.text())))
                        .service("JSONata string must start with {% and end with %}", site.pointer())));
    }

    static boolean isUnclosed(String text) {
        return text.startsWith("{%") && !text.contains("%}");
    }

    /** Where no text may stand at all, {@link WrongType} and {@link BadCondition} say so. */
    private static boolean hasWrongType(JsonataSite site) {
        JsonNode value = site.part().value(site.field());
        return site.isWholeField()
                && (site.field().equals("Condition")
                        || Fields.find(site.part().kind(), site.field())
                                .filter(field -> !field.shape().fits(value))
                                .isPresent());
    }
}
