package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far the flow of data through a definition can be followed though rules have found errors in it: what follows from an error
 * is no finding of its own.
 *
 * @param definition with transitions to the states that they probably mean
 * @param broken where states stand whose data nothing can be said about
 */
record Soundness(StateMachineDefinition definition, Set<JsonPointer> broken) {
    /** Of these, even if they are at the machine itself, the data takes no notice. */
    private static final Set<String> OUTSIDE_OF_STATES =
            Set.of("ASL-DOC-004", "ASL-TOP-003", "ASL-TOP-004", "ASL-TOP-005", "ASL-STA-008", "ASL-STA-010");

    /** These change where a state leads to, or whether it is reached, not what it does to its data. */
    private static final Set<String> OF_THE_GRAPH = Set.of(
            "ASL-STA-001",
            "ASL-STA-002",
            "ASL-STA-004",
            "ASL-STA-005",
            "ASL-STA-006",
            "ASL-STA-007",
            "ASL-STA-009",
            "ASL-ERR-007");

    /** The fields of states, and what is in them, that do nothing to data. */
    private static final Pattern WITHOUT_DATA = Pattern.compile("/(Next|End|Default|Comment|Resource|Retry|Credentials"
            + "|TimeoutSeconds|HeartbeatSeconds|MaxConcurrency|ToleratedFailure[A-Za-z]+|Label)(/.*)?"
            + "|/(Choices|Catch)/\\d+/Next|/Catch/\\d+(/ErrorEquals(/.*)?)?");

    /** Returns how far it can be followed; empty if not at all. */
    static Optional<Soundness> of(Machine machine, List<Diagnostic> found) {
        List<Diagnostic> errors = found.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        if (!machine.document().root().isObject()) {
            return Optional.empty();
        }
        if (errors.isEmpty()) {
            return Optional.of(new Soundness(machine.document().definition(), Set.of()));
        }
        Set<JsonPointer> states = machine.parts().stream()
                .filter(Part::isState)
                .map(Part::pointer)
                .collect(Collectors.toSet());
        Set<JsonPointer> broken = new HashSet<>();
        for (Diagnostic error : errors) {
            Optional<JsonPointer> state = stateOf(error.pointer(), states);
            if (state.isEmpty() && !OUTSIDE_OF_STATES.contains(error.rule())) {
                return Optional.empty();
            }
            state.filter(pointer -> !isHarmless(error, pointer)).ifPresent(broken::add);
        }
        return Optional.of(new Soundness(mended(machine), broken));
    }

    private static Optional<JsonPointer> stateOf(JsonPointer place, Set<JsonPointer> states) {
        for (@Nullable JsonPointer at = place; at != null; at = at.head()) {
            if (states.contains(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isHarmless(Diagnostic error, JsonPointer state) {
        String field = error.pointer().toString().substring(state.toString().length());
        return OF_THE_GRAPH.contains(error.rule())
                || WITHOUT_DATA.matcher(field).matches();
    }

    private static StateMachineDefinition mended(Machine machine) {
        JsonNode root = machine.document().root().deepCopy();
        for (Scope scope : machine.scopes()) {
            mend(root, scope, scope.part().at("StartAt"), scope.startAt());
            scope.graph()
                    .transitions()
                    .forEach(transition -> mend(root, scope, transition.pointer(), transition.target()));
        }
        return StateMachineDefinition.of(root);
    }

    private static void mend(JsonNode root, Scope scope, JsonPointer place, JsonNode target) {
        if (target.isString() && !scope.names().contains(target.stringValue())) {
            scope.names()
                    .nearest(target.stringValue())
                    .ifPresent(name -> ((ObjectNode) root.at(place.head()))
                            .put(place.last().getMatchingProperty(), name));
        }
    }
}
