package dev.stepwright.dsl;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Severity;
import dev.stepwright.validation.Validator;
import java.util.List;
import tools.jackson.core.JsonPointer;

/** The rules that every definition has to keep, wherever it comes from; those about the flow of its data too. */
final class DefinitionRules {
    private DefinitionRules() {}

    /** Adds the errors of a machine that is whole as far as the DSL knows: what AWS refuses, and what surely fails when it runs. */
    static void check(StateMachineDefinition definition, Problems problems) {
        for (Diagnostic diagnostic : Validator.validate(AslDocument.of("machine", definition))) {
            if (diagnostic.severity() == Severity.ERROR) {
                problems.add(state(diagnostic.pointer()), "[" + diagnostic.rule() + "] " + diagnostic.message(), "");
            }
        }
    }

    /** Returns what else there is to say about a machine, in the order of its ASL text. */
    static List<Finding> findings(StateMachineDefinition definition) {
        return Validator.validate(AslDocument.of("machine", definition)).stream()
                .map(diagnostic -> new Finding(
                        state(diagnostic.pointer()), diagnostic.severity(), diagnostic.rule(), diagnostic.message()))
                .toList();
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
