package dev.stepwright.testkit.soundness;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes away from machines, bit by bit, what keeps them from going well; a machine that fails at once shows little. */
final class Mending {
    private static final int MOST_TIMES = 6;
    private static final List<String> FIELDS = List.of(
            "InputPath",
            "Parameters",
            "Arguments",
            "Items",
            "ItemSelector",
            "ResultSelector",
            "ResultPath",
            "OutputPath",
            "Output",
            "Assign",
            "TimeoutSecondsPath",
            "TimeoutSeconds");

    private final Chance chance;

    private Mending(Chance chance) {
        this.chance = chance;
    }

    /**
     * Returns the trial with less in the states that fail.
     *
     * @param failing tells the name of the state in which an execution of the trial fails
     */
    static Trial of(Trial trial, Function<Trial, Optional<String>> failing) {
        Mending mending = new Mending(new Chance(trial.seed()));
        Trial mended = trial;
        for (int i = 0; i < MOST_TIMES; i++) {
            @Nullable String state = failing.apply(mended).orElse(null);
            @Nullable ObjectNode less = state == null ? null : mending.without(mended, state);
            if (less == null) {
                return mended;
            }
            Reached.keep(less);
            mended = mended.with(less);
        }
        return mended;
    }

    private @Nullable ObjectNode without(Trial trial, String name) {
        ObjectNode definition = trial.definition().deepCopy();
        ObjectNode state = (ObjectNode) definition.at(place(trial.machine(), name));
        List<String> present = FIELDS.stream().filter(state::has).toList();
        if (state.path("Choices") instanceof ArrayNode rules && rules.size() > 1) {
            rules.remove(chance.below(rules.size()));
        } else if (!present.isEmpty()) {
            take(state, chance.pick(present));
        } else if (!state.path("Type").asString("").equals("Wait")) {
            return null;
        } else {
            state.remove(List.of("SecondsPath", "TimestampPath", "Timestamp"));
            state.put("Seconds", 1);
        }
        return definition;
    }

    /** Without items a Map would take its input, which is hardly ever an array. */
    private void take(ObjectNode state, String field) {
        if (field.equals("Items")) {
            state.set(field, new RandomData(chance).of(new Shape.Sequence(Shape.ANY)));
        } else {
            state.remove(field);
        }
    }

    private static JsonPointer place(StateMachineDefinition machine, String name) {
        return machine.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(state -> state.name().equals(name))
                .map(State::pointer)
                .findFirst()
                .orElseThrow();
    }
}
