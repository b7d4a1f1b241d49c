package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Comparison;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A text that reads like a path stands in a field that takes the text itself; the field for paths has another name. */
final class PathAsText extends Rule {
    PathAsText() {
        super("ASL-PTH-005", Severity.WARNING, "NO_PATH");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.isJsonata()) {
            return;
        }
        for (String field : part.json().propertyNames()) {
            if (takesText(part.kind(), field)
                    && Fields.find(part.kind(), field + "Path").isPresent()
                    && Text.looksLikePath(part.value(field))) {
                findings.add(at(
                                part.at(field),
                                "%s takes %s as plain text; use %sPath to evaluate it"
                                        .formatted(field, Words.show(part.value(field)), field))
                        .service("The field '%s' looks like a path".formatted(field), part.at(field))
                        .mendedBy(Fix.rename(part.at(field), field + "Path")));
            }
        }
    }

    /** Other types are errors already when a path stands there. */
    private static boolean takesText(Kind kind, String field) {
        return kind == Kind.FAIL
                || Comparison.of(field).filter(Comparison.STRING::equals).isPresent();
    }
}
