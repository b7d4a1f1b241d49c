package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A text begins as an expression and has no end. */
final class UnclosedExpression extends Rule {
    UnclosedExpression() {
        super("ASL-JNT-011", Severity.ERROR, SCHEMA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions().stream()
                .filter(site -> isUnclosed(site.text()) && !Text.isUnknown(site.text()) && !hasWrongType(site))
                .forEach(site -> findings.add(at(
                                site.pointer(),
                                "%s begins an expression that does not end; close it with %%}"
                                        .formatted(Words.quote(site.text())))
                        .service("JSONata string must start with {% and end with %}", site.pointer())
                        .mendedBy(closed(site.text())
                                .map(closed ->
                                        Fix.write(site.pointer(), 0, site.text().length(), closed)))));
    }

    /** Returns the text with an end, as far as an expression comes of it; of the end the brace may be there. */
    private static Optional<String> closed(String text) {
        Stream<String> half =
                text.endsWith("}") ? Stream.of(text.substring(0, text.length() - 1) + "%}") : Stream.empty();
        return Stream.concat(Stream.of(text + " %}"), half)
                .filter(closed -> Jsonata.problems(JsonataMarks.between(closed)).isEmpty())
                .findFirst();
    }

    static boolean isUnclosed(String text) {
        return text.startsWith("{%") && !text.contains("%}");
    }

    /** Where no text may stand at all, ASL-TOP-007 and ASL-CHO-010 say so. */
    private static boolean hasWrongType(JsonataSite site) {
        JsonNode value = site.part().value(site.field());
        return site.isWholeField()
                && (site.field().equals("Condition")
                        || Fields.find(site.part().kind(), site.field())
                                .filter(field -> !field.shape().fits(value))
                                .isPresent());
    }
}
