package dev.stepwright.dsl;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** The rules that every definition has to keep, wherever it comes from; those about the flow of its data too. */
final class DefinitionRules {
    /** An entry of an ignore file that is not needed: no reason not to make a machine. */
    private static final String SUPPRESSES_NOTHING = "ASL-IGN-004";

    private DefinitionRules() {}

    /** Adds the errors of a machine that is whole as far as the DSL knows: what AWS refuses, and what surely fails when it runs. */
    static void check(StateMachineDefinition definition, Map<String, List<String>> ignored, Problems problems) {
        Suppressions.Remaining told = told(definition, ignored);
        told.ofIgnoreFile().stream()
                .filter(diagnostic -> !diagnostic.rule().equals(SUPPRESSES_NOTHING))
                .forEach(diagnostic -> problems.add("", message(diagnostic), ""));
        told.findings().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .forEach(diagnostic -> problems.add(state(diagnostic.pointer()), message(diagnostic), ""));
    }

    private static Suppressions.Remaining told(StateMachineDefinition definition, Map<String, List<String>> ignored) {
        AslDocument document = AslDocument.of("machine", definition);
        return Suppressions.apply(document, ignored, Validator.validate(document));
    }

    private static String message(Diagnostic diagnostic) {
        return "[" + diagnostic.rule() + "] " + diagnostic.message();
    }

    /** Returns what else there is to say about a machine, in the order of its ASL text. */
    static List<Finding> findings(StateMachineDefinition definition, Map<String, List<String>> ignored) {
        Suppressions.Remaining told = told(definition, ignored);
        return Stream.concat(told.findings().stream(), told.ofIgnoreFile().stream())
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
