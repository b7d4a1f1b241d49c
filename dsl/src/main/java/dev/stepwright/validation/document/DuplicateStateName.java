package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** Two states of one machine have the same name, in different scopes. */
final class DuplicateStateName extends Rule {
    DuplicateStateName() {
        super("ASL-STA-002", Severity.ERROR, "DUPLICATE_STATE_NAME");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Map<String, JsonPointer> first = new HashMap<>();
        for (Part part : machine.parts()) {
            JsonPointer other = part.isState() ? first.putIfAbsent(part.name(), part.pointer()) : null;
            if (other != null) {
                findings.add(atName(
                                part.pointer(),
                                "there is another state %s at line %d; rename one, because state names must be unique in the whole machine, including branches and item processors"
                                        .formatted(
                                                Words.quote(part.name()),
                                                machine.document()
                                                        .keyPosition(other)
                                                        .line()))
                        .service("Duplicate State name: " + part.name(), part.pointer()));
            }
        }
    }
}
