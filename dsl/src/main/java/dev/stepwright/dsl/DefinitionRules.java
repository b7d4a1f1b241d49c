package dev.stepwright.dsl;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Severity;
import dev.stepwright.validation.Validator;
import tools.jackson.core.JsonPointer;

/** The rules that every definition has to keep, wherever it comes from. */
final class DefinitionRules {
    private DefinitionRules() {}

    /** Adds what a service would refuse about a machine that is whole as far as the DSL knows. */
    static void check(StateMachineDefinition definition, Problems problems) {
        for (Diagnostic diagnostic : Validator.validate(AslDocument.of("machine", definition))) {
            if (diagnostic.severity() == Severity.ERROR) {
                problems.add(state(diagnostic.pointer()), "[" + diagnostic.rule() + "] " + diagnostic.message(), "");
            }
        }
    }

    /** Returns the name of the innermost state that a pointer leads into; empty if it leads into none. */
    private static String state(JsonPointer pointer) {
        String state = "";
        for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
            if (at.getMatchingProperty().equals("States") && !at.tail().matches()) {
                state = at.tail().getMatchingProperty();
            }
        }
        return state;
    }
}
