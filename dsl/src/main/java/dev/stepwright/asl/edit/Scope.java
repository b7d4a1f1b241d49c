package dev.stepwright.asl.edit;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The states among which a state may go on, in JSON that is changed. */
final class Scope {
    private final ObjectNode machine;

    /** @param machine a machine or sub-machine whose JSON is nobody else's */
    Scope(StateMachineDefinition machine) {
        this.machine = (ObjectNode) machine.json();
    }

    /**
     * Returns the first scope of a machine that has a state.
     *
     * @param machine its JSON is nobody else's
     * @throws IllegalArgumentException if none has
     */
    static Scope of(StateMachineDefinition machine, String state) {
        return machine.scopes().stream()
                .filter(scope -> scope.state(state).isPresent())
                .findFirst()
                .map(Scope::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no state \"" + state + "\""));
    }

    boolean isOf(StateMachineDefinition other) {
        return machine == other.json();
    }

    boolean isSame(Scope other) {
        return machine == other.machine;
    }

    /** Returns a state that is there. */
    EditedState state(String name) {
        return view().state(name).map(EditedState::new).orElseThrow();
    }

    boolean has(String name) {
        return states().has(name);
    }

    private ObjectNode states() {
        return (ObjectNode) machine.get("States");
    }

    private StateMachineDefinition view() {
        return StateMachineDefinition.of(machine);
    }

    int size() {
        return states().size();
    }

    boolean startsWith(String name) {
        return view().startAt().filter(name::equals).isPresent();
    }

    List<Transition> transitionsFrom(String name) {
        return view().state(name).map(Transition::of).orElseGet(List::of);
    }

    /** Lets all that led to a state lead to another one. */
    void redirect(String from, String to) {
        references().stream().filter(way -> way.leadsTo(from)).forEach(way -> way.leadTo(to));
    }

    /** Returns all that names a state that follows, the start first, then in the order of the states. */
    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        view().startAt()
                .ifPresent(name -> references.add(
                        new Reference(machine, "StartAt", Optional.empty(), Optional.empty(), Optional.of(name))));
        for (State state : view().states().values()) {
            for (Transition way : Transition.of(state)) {
                String field = way.kind() == Transition.Kind.DEFAULT ? "Default" : "Next";
                references.add(new Reference(
                        (ObjectNode) way.json(),
                        field,
                        Optional.of(state.name()),
                        Optional.of(way.kind()),
                        Optional.of(way.target())));
            }
        }
        return references;
    }

    /** Takes away all that leads to a state: states end instead, rules go. */
    void cutOff(String name) {
        for (State state : view().states().values()) {
            ObjectNode json = (ObjectNode) state.json();
            if (state.next().filter(name::equals).isPresent()) {
                json.remove("Next");
                json.put("End", true);
            }
            if (name.equals(json.path("Default").asString(null))) {
                json.remove("Default");
            }
            removeRules(json, "Choices", name);
            removeRules(json, "Catch", name);
            if (json.path("Catch").isArray() && json.get("Catch").isEmpty()) {
                json.remove("Catch");
            }
        }
    }

    private static void removeRules(ObjectNode state, String field, String target) {
        if (state.get(field) instanceof ArrayNode rules) {
            List<JsonNode> others = rules.valueStream()
                    .filter(rule -> !target.equals(rule.path("Next").asString(null)))
                    .toList();
            rules.removeAll();
            rules.addAll(others);
        }
    }

    /** Puts a state into the order of states, before another one or behind it. */
    void insert(String name, ObjectNode state, String neighbour, boolean isBefore) {
        Map<String, JsonNode> others = members();
        others.forEach((other, json) -> {
            if (isBefore && other.equals(neighbour)) {
                states().set(name, state);
            }
            states().set(other, json);
            if (!isBefore && other.equals(neighbour)) {
                states().set(name, state);
            }
        });
    }

    /** Gives a state another name, where it stands and where others name it. */
    void rename(String from, String to) {
        redirect(from, to);
        members().forEach((name, json) -> states().set(name.equals(from) ? to : name, json));
    }

    /** Empties the states and returns what was there. */
    private Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        states().properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        states().removeAll();
        return members;
    }

    /** Returns the names of the states that can be reached from the first, itself included. */
    Set<String> reachable() {
        return view().startAt().map(this::reachableFrom).orElseGet(Set::of);
    }

    /** Returns the names of the states that can be reached from one, itself included. */
    Set<String> reachableFrom(String first) {
        Map<String, State> states = view().states();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            State state = states.get(open.remove());
            if (state != null && seen.add(state.name())) {
                Transition.of(state).forEach(way -> open.add(way.target()));
            }
        }
        return seen;
    }

    /** Returns whether a state ends the machine. */
    boolean ends() {
        return view().states().values().stream()
                .anyMatch(state -> state.isEnd() || state instanceof SucceedState || state instanceof FailState);
    }

    /** Returns a Choice that has no rule. */
    Optional<String> choiceWithoutRules() {
        return view().states().values().stream()
                .filter(state ->
                        state instanceof ChoiceState choice && choice.choices().isEmpty())
                .map(State::name)
                .findFirst();
    }

    void remove(String name) {
        states().remove(name);
    }
}
