package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** An object of a template has {@code x} and {@code x.$}, which both become {@code x}. */
final class TemplateNameTwice extends Rule {
    TemplateNameTwice() {
        super("ASL-TPL-002", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.templates()
                .forEach(field -> Template.walk(part.value(field), part.trail(field), (object, place, name, value) -> {
                    TemplateKey key = TemplateKey.of(name);
                    if (key.isDynamic() && object.has(key.name())) {
                        findings.add(atName(
                                        place.pointer(),
                                        "%s and %s set the same field; remove one"
                                                .formatted(Words.quote(key.name()), Words.quote(name)))
                                .service("Duplicate field '%s'".formatted(key.name()), part.at(field)));
                    }
                }));
    }
}
