package dev.stepwright.asl.edit;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to a definition, state by state. Each gives a new definition whose ways still lead somewhere: what led to a state that is
 * put in, taken away or renamed is changed with it. All else stays as it is, in its order.
 *
 * @see <a href="https://states-language.net/spec.html#transitions">ASL: Transitions</a>
 */
public final class DefinitionEdit {
    static final int LONGEST_NAME = 80;

    private final StateMachineDefinition definition;
    private final Scope scope;
    private final EditedState state;

    private DefinitionEdit(StateMachineDefinition definition, Scope scope, EditedState state) {
        this.definition = definition;
        this.scope = scope;
        this.state = state;
    }

    /**
     * A changed definition.
     *
     * @param state the name of the state that the change was about: the one that is new, that goes on otherwise, or, of one that was
     *     taken away, the one that followed; empty if none did
     */
    public record Result(StateMachineDefinition definition, Optional<String> state) {}

    /**
     * Returns what can be changed at a state.
     *
     * @param definition stays as it is
     * @param state the name of a state in any scope; the first in the order of the document if several have it
     * @throws IllegalArgumentException if there is no such state
     */
    public static DefinitionEdit at(StateMachineDefinition definition, String state) {
        StateMachineDefinition copy = copyOf(definition);
        Scope scope = Scope.of(copy, state);
        return new DefinitionEdit(copy, scope, scope.state(state));
    }

    /**
     * Puts the first state into a machine that has none: the machine starts with it. A Choice gets a Succeed state to lead to.
     *
     * @param definition stays as it is
     * @param name of the new state
     * @throws IllegalArgumentException if there is anything in its {@code States}, or the name is blank or longer than 80 characters
     */
    public static Result first(StateMachineDefinition definition, NewState kind, String name) {
        checkName(name);
        StateMachineDefinition copy = copyOf(definition);
        ObjectNode machine = (ObjectNode) copy.json();
        JsonNode states = machine.path("States");
        if (!states.isEmpty()) {
            throw new IllegalArgumentException("the machine has states already; add one before or after one of them");
        }
        if (!machine.has("StartAt")) {
            machine.remove("States"); // it stands behind what it starts with
        }
        machine.put("StartAt", name);
        machine.putObject("States").set(name, kind.json(name, copy.queryLanguage()));
        StateMachineDefinition made = StateMachineDefinition.of(machine);
        leadOn(made, Scope.of(made, name), name, kind, Optional.empty());
        return result(made, name);
    }

    static StateMachineDefinition copyOf(StateMachineDefinition definition) {
        return StateMachineDefinition.of(definition.json().deepCopy());
    }

    /**
     * Puts a new state before the state: all that led to the state leads to the new one, and that leads to the state.
     *
     * @throws IllegalArgumentException for Succeed and Fail, after which nothing comes
     */
    public Result addBefore(NewState kind) {
        if (kind.isLast()) {
            throw new IllegalArgumentException(
                    "a " + kind.type() + " state ends the machine, so it cannot lead to \"" + state.name() + "\"");
        }
        String name = freshName(definition, kind.type());
        scope.redirect(state.name(), name);
        scope.insert(name, kind.json(name, language()), state.name(), true);
        leadOn(definition, scope, name, kind, Optional.of(state.name()));
        return result(name);
    }

    /**
     * Puts a new state after the state: the state leads to the new one, which goes on, or ends, as the state did. After a Choice it
     * becomes the {@code Default}. A Choice that would be the last gets a Succeed state to lead to.
     *
     * @throws IllegalArgumentException after Succeed and Fail; for Succeed and Fail if something follows the state
     */
    public Result addAfter(NewState kind) {
        state.refuseIfLast();
        Optional<String> following = state.following();
        if (kind.isLast() && following.isPresent()) {
            throw new IllegalArgumentException("a " + kind.type() + " state ends the machine, but \"" + state.name()
                    + "\" leads to \"" + following.get() + "\"; add it after a state that ends");
        }
        String name = freshName(definition, kind.type());
        ObjectNode json = kind.json(name, language());
        state.leadOn(name);
        scope.insert(name, json, state.name(), false);
        leadOn(definition, scope, name, kind, following);
        return result(name);
    }

    /** Leads a new state to what follows it, or lets it end; a Choice gets a Succeed state to lead to. */
    static void leadOn(
            StateMachineDefinition definition, Scope scope, String name, NewState kind, Optional<String> following) {
        ObjectNode json = scope.state(name).json();
        if (following.isPresent()) {
            lead(json, kind, following.get());
        } else if (kind == NewState.CHOICE) {
            String end = freshName(definition, NewState.SUCCEED.type());
            scope.insert(end, NewState.SUCCEED.json(end, definition.queryLanguage()), name, false);
            lead(json, kind, end);
        } else if (!kind.isLast()) {
            json.put("End", true);
        }
    }

    /**
     * Puts a copy of the state after it, which goes on, or ends, as the state did. It has the name of the state with a number behind it, such as
     * {@code Pay 2}, and so have the states within it.
     *
     * @throws IllegalArgumentException for Succeed and Fail, after which nothing comes
     */
    public Result copy() {
        state.refuseIfLast();
        StateCopy copy = StateCopy.of(state.state(), names(definition));
        state.leadOn(copy.name());
        scope.insert(copy.name(), copy.json(), state.name(), false);
        return result(copy.name());
    }

    /**
     * Lets the state lead to another one of its scope; a Choice where no rule holds.
     *
     * @throws IllegalArgumentException if there is no such state in the scope, or the state is a Succeed or Fail
     */
    public Result leadTo(String next) {
        state.refuseIfLast();
        if (!scope.has(next)) {
            throw new IllegalArgumentException(
                    "\"" + state.name() + "\" cannot lead to \"" + next + "\": there is no such state in its scope");
        }
        state.leadOn(next);
        return result(state.name());
    }

    /**
     * Lets the state end its scope; a Choice has no {@code Default} then.
     *
     * @throws IllegalArgumentException if the state is a Succeed or Fail, which end anyway
     */
    public Result end() {
        state.refuseIfLast();
        state.end();
        return result(state.name());
    }

    /**
     * Takes the state away: what led to it leads to what followed it, or ends. States that only it led to go with it.
     *
     * @throws IllegalArgumentException if the scope would not start or end any more, or a Choice have no rule
     */
    public Result remove() {
        Optional<String> following = successor();
        if (scope.size() == 1 || following.isEmpty() && scope.startsWith(state.name())) {
            throw kept("no state would be left to start with");
        }
        Set<String> lost = new HashSet<>(scope.reachable());
        following.ifPresentOrElse(next -> scope.redirect(state.name(), next), () -> scope.cutOff(state.name()));
        scope.remove(state.name());
        lost.removeAll(scope.reachable());
        lost.forEach(scope::remove);
        scope.choiceWithoutRules().ifPresent(choice -> {
            throw kept("the rules of \"" + choice + "\" lead to nothing else; remove that state first");
        });
        if (!scope.ends()) {
            throw kept("no other state ends the machine");
        }
        return new Result(StateMachineDefinition.of(definition.json()), following);
    }

    private IllegalArgumentException kept(String reason) {
        return new IllegalArgumentException("\"" + state.name() + "\" cannot be removed: " + reason);
    }

    /**
     * Gives the state another name, wherever it is named.
     *
     * @throws IllegalArgumentException if the name is blank, longer than 80 characters, or taken anywhere in the machine
     */
    public Result rename(String name) {
        checkName(name);
        if (!name.equals(state.name()) && names(definition).contains(name)) {
            throw new IllegalArgumentException("there is already a state \"" + name + "\"");
        }
        scope.rename(state.name(), name);
        return result(name);
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a state name must have 1 to " + LONGEST_NAME + " characters, found " + name.length());
        }
    }

    /** Returns what comes after the state: its next; of a Choice the first target, the default before others, from which no way leads back. */
    private Optional<String> successor() {
        List<String> targets = Stream.concat(
                        state.following().stream(),
                        scope.transitionsFrom(state.name()).stream()
                                .filter(way -> way.kind() == Transition.Kind.RULE)
                                .map(Transition::target))
                .filter(target -> !target.equals(state.name()) && scope.has(target))
                .toList();
        return targets.stream()
                .filter(target -> !scope.reachableFrom(target).contains(state.name()))
                .findFirst()
                .or(() -> targets.stream().findFirst());
    }

    private static void lead(ObjectNode json, NewState kind, String next) {
        if (kind == NewState.CHOICE) {
            ((ObjectNode) json.get("Choices").get(0)).put("Next", next);
            json.put("Default", next);
        } else {
            json.put("Next", next);
        }
    }

    private QueryLanguage language() {
        return definition.queryLanguage();
    }

    private static Set<String> names(StateMachineDefinition definition) {
        return StateMachineDefinition.of(definition.json()).scopes().stream()
                .flatMap(each -> each.states().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Returns a name that no state has, nor any that a new Parallel or Map would bring along. */
    static String freshName(StateMachineDefinition definition, String type) {
        Set<String> taken = names(definition);
        String name = type;
        for (int i = 2;
                taken.contains(name) || taken.contains("Branch of " + name) || taken.contains("Item of " + name);
                i++) {
            name = type + " " + i;
        }
        return name;
    }

    private Result result(String name) {
        return result(definition, name);
    }

    static Result result(StateMachineDefinition definition, String name) {
        return new Result(StateMachineDefinition.of(definition.json()), Optional.of(name));
    }
}
