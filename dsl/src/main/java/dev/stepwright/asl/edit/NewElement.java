package dev.stepwright.asl.edit;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a field gets when something is added to it: an element of an array, a rule or a branch, or the object that it holds; each to be filled in. */
final class NewElement {
    private static final Set<String> ARRAYS = Set.of("Branches", "Choices", "And", "Or", "Retry", "Catch");

    private final StateMachineDefinition definition;
    private final JsonPointer field;

    NewElement(StateMachineDefinition definition, JsonPointer field) {
        this.definition = definition;
        this.field = field;
    }

    boolean isInArray() {
        return ARRAYS.contains(name());
    }

    private String name() {
        return field.last().getMatchingProperty();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (name()) {
            case "Branches", "ItemProcessor" -> NewState.pass(json, DefinitionEdit.freshName(definition, "Pass"));
            case "Choices" -> {
                NewState.condition(json, language());
                lead(json);
            }
            case "And", "Or", "Not" -> NewState.condition(json, QueryLanguage.JSONPATH);
            case "Retry" -> errors(json);
            case "Catch" -> {
                errors(json);
                lead(json);
            }
            default -> {} // what it needs depends on what it is to do
        }
        return json;
    }

    private static void errors(ObjectNode rule) {
        rule.putArray("ErrorEquals").add("States.ALL");
    }

    private QueryLanguage language() {
        QueryLanguage machine = definition.queryLanguage();
        return state().map(state -> state.queryLanguage(machine)).orElse(machine);
    }

    private Optional<State> state() {
        return beside().map(states -> states.get(field.head().last().getMatchingProperty()));
    }

    /** Returns the states of the scope that the state with the field is in. */
    private Optional<Map<String, State>> beside() {
        return definition.scopes().stream()
                .filter(scope -> scope.at("States").equals(field.head().head()))
                .map(StateMachineDefinition::states)
                .findFirst();
    }

    /** Lets a rule lead to the default of a Choice, to where the state leads, or to another state, maybe one before it; to none if there is no other. */
    private void lead(ObjectNode rule) {
        state().flatMap(state ->
                        state.text("Default").or(() -> state.text("Next")).or(() -> other(state)))
                .ifPresent(next -> rule.put("Next", next));
    }

    private Optional<String> other(State state) {
        return beside().orElseThrow().keySet().stream()
                .filter(name -> !name.equals(state.name()))
                .findFirst();
    }
}
