package dev.stepwright.validation.path;

import dev.stepwright.types.report.Finding.Level;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** An object of a template has {@code x} and {@code x.$}, which both become {@code x}. */
final class TemplateNameTwice extends Rule {
    TemplateNameTwice() {
        super("ASL-TPL-002", Level.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.templates()
                .forEach(field -> Template.walk(part.value(field), part.trail(field), (object, place, name, value) -> {
                    if (Template.isEvaluated(name) && object.has(name.substring(0, name.length() - 2))) {
                        String plain = name.substring(0, name.length() - 2);
                        findings.add(atName(
                                        place.pointer(),
                                        "%s and %s are the same member of the result; remove one"
                                                .formatted(Words.quote(plain), Words.quote(name)))
                                .service("Duplicate field '%s'".formatted(plain), part.at(field)));
                    }
                }));
    }
}
