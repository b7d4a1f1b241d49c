package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A field that other types of states have, but not this one. */
final class MisplacedField extends Rule {
    /** Fields with a rule of their own. */
    private static final Set<String> ELSEWHERE = Set.of("Next", "End", "Retry", "Catch", "Assign");

    MisplacedField() {
        super("ASL-STA-013", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.isState() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        for (String name : part.json().propertyNames()) {
            if (Fields.isStateField(name) && Fields.find(part.kind(), name).isEmpty() && !ELSEWHERE.contains(name)) {
                findings.add(atName(part.at(name), message(part, name))
                        .service(ServiceWords.unsupported(name), part.pointer())
                        .mendedBy(Fix.remove(part.at(name))));
            }
        }
    }

    private static String message(Part part, String name) {
        List<String> owners = Kind.STATE_TYPES.entrySet().stream()
                .filter(type -> Fields.find(type.getValue(), name).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return "%s cannot have %s; only %s states can".formatted(part.kind().noun(), name, String.join(", ", owners));
    }
}
