package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** The value of a member that ends in {@code .$} is neither a path nor an intrinsic function. */
final class TemplateValueNoText extends Rule {
    TemplateValueNoText() {
        super("ASL-TPL-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.templates()
                .forEach(field -> Template.walk(part.value(field), part.trail(field), (object, place, name, value) -> {
                    if (Template.isEvaluated(name) && !Text.isUnknown(value) && !isPathOrCall(value)) {
                        findings.add(at(
                                        place.pointer(),
                                        "%s must be a path such as $.order or an intrinsic function such as States.Format(...), found %s; for a literal value, remove .$ from the name"
                                                .formatted(Words.quote(name), Words.show(value)))
                                .service(told(name, value), part.at(field))
                                .mendedBy(Fix.rename(place.pointer(), name.substring(0, name.length() - 2))));
                    }
                }));
    }

    private static String told(String name, JsonNode value) {
        String problem = value.isContainer()
                ? "a STRING that contains a JSONPath but was an " + value.getNodeType()
                : "a valid JSONPath or a valid intrinsic function call";
        return "The value for the field '" + name + "' must be " + problem;
    }

    private static boolean isPathOrCall(JsonNode value) {
        String text = value.asString("").strip();
        return value.isString() && (text.startsWith("$") || text.startsWith("States."));
    }
}
