package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A template that has to be an object is none. */
final class TemplateNoObject extends Rule {
    private static final List<String> FIELDS = List.of("Parameters", "ResultSelector", "ItemSelector", "BatchInput");

    TemplateNoObject() {
        super("ASL-TPL-004", Severity.ERROR, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.isJsonata()) {
            return;
        }
        for (String field : FIELDS) {
            JsonNode value = part.value(field);
            if (!value.isMissingNode()
                    && !value.isObject()
                    && Fields.find(part.kind(), field).isPresent()
                    && !(field.equals("Parameters") && mayTakeAny(part))
                    && !Text.isUnknown(value)) {
                findings.add(at(
                        part.at(field),
                        "%s must be an object, in which fields that end in .$ are evaluated, found %s"
                                .formatted(field, Words.show(value))));
            }
        }
    }

    /** Returns whether {@code Parameters} may be any value: only service integrations ask for an object. */
    static boolean mayTakeAny(Part part) {
        return part.isState()
                && part.resource()
                        .filter(resource -> resource.type() == TaskResource.Type.INTEGRATION)
                        .isEmpty();
    }
}
