package dev.stepwright.validation;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** Two states of one machine have the same name, in different scopes. */
final class DuplicateStateName extends Rule {
    DuplicateStateName() {
        super("ASL-STA-002", Severity.ERROR, "DUPLICATE_STATE_NAME");
    }

    @Override
    void check(Machine machine, Findings findings) {
        Map<String, JsonPointer> first = new HashMap<>();
        for (Part part : machine.parts()) {
            JsonPointer other = part.isState() ? first.putIfAbsent(part.name(), part.pointer()) : null;
            if (other != null) {
                findings.add(atName(
                                part.pointer(),
                                "there is another state %s at line %d; rename one, names are unique in the whole machine, its branches and item processors included"
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
