package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A text in a template reads like a path or an intrinsic function, but its member does not end in {@code .$}. */
final class PathNotEvaluated extends Rule {
    PathNotEvaluated() {
        super("ASL-TPL-003", Severity.WARNING, "NO_DOLLAR");
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode parameters = part.value("Parameters");
        if (part.templates().contains("Parameters")
                && Text.looksLikePath(parameters)
                && TemplateNoObject.mayTakeAny(part)) {
            findings.add(at(
                            part.at("Parameters"),
                            "%s is passed on as plain text; to select a part of the input use InputPath, or an object with a field that ends in \".$\""
                                    .formatted(Words.show(parameters)))
                    .service("The field 'Parameters' looks like a path; its name lacks '.$'", part.at("Parameters")));
        }
        part.templates()
                .forEach(field -> Template.walk(part.value(field), part.trail(field), (object, place, name, value) -> {
                    if (!Template.isEvaluated(name) && Text.looksLikePath(value)) {
                        findings.add(finding(place.pointer(), name, value));
                    }
                }));
    }

    private Finding finding(JsonPointer pointer, String name, JsonNode value) {
        return at(
                        pointer,
                        "%s is passed on as plain text; to evaluate it, rename the field to %s"
                                .formatted(Words.show(value), Words.quote(name + ".$")))
                .service("The field '%s' looks like a path; its name lacks '.$'".formatted(name), pointer)
                .mendedBy(Fix.rename(pointer, name + ".$"));
    }
}
