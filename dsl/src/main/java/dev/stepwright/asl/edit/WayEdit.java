package dev.stepwright.asl.edit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import dev.stepwright.asl.edit.DefinitionEdit.Result;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to a definition on one way: a new state, or one that is there already, is put between the two states that the way joins. A
 * way is all that leads from a state to another one, rules that catch errors apart from the rest; so is what leads to the first state,
 * and what leads from a state that ends its machine or branch. Other ways stay as they are. A
 * name stands for the first state in the order of the document, should several have it.
 *
 * @see DefinitionEdit
 * @see <a href="https://states-language.net/spec.html#transitions">ASL: Transitions</a>
 */
public final class WayEdit {
    private final StateMachineDefinition definition;
    private final Scope scope;
    private final Optional<String> from;
    private final Optional<String> to;
    private final List<Reference> references;

    private WayEdit(
            StateMachineDefinition definition,
            Scope scope,
            Optional<String> from,
            Optional<String> to,
            List<Reference> references) {
        this.definition = definition;
        this.scope = scope;
        this.from = from;
        this.to = to;
        this.references = references;
    }

    /**
     * Returns what can be changed where a machine, a branch or an item begins.
     *
     * @param first the name of its first state
     * @throws IllegalArgumentException if nothing begins with that state
     */
    public static WayEdit start(StateMachineDefinition definition, String first) {
        StateMachineDefinition copy = DefinitionEdit.copyOf(definition);
        Scope scope = Scope.of(copy, first);
        List<Reference> start = scope.references().stream()
                .filter(way -> way.from().isEmpty() && way.leadsTo(first))
                .toList();
        if (start.isEmpty()) {
            throw new IllegalArgumentException("nothing begins with \"" + first + "\"");
        }
        return new WayEdit(copy, scope, Optional.empty(), Optional.of(first), start);
    }

    /**
     * Returns what can be changed where a state leads to another one by its {@code Next}, {@code Default} or rules of a Choice.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static WayEdit between(StateMachineDefinition definition, String from, String to) {
        return between(definition, from, to, false);
    }

    /**
     * Returns what can be changed where a state leads to another one by its {@code Catch} rules.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static WayEdit caught(StateMachineDefinition definition, String from, String to) {
        return between(definition, from, to, true);
    }

    private static WayEdit between(StateMachineDefinition definition, String from, String to, boolean isCaught) {
        StateMachineDefinition copy = DefinitionEdit.copyOf(definition);
        Scope scope = Scope.of(copy, from);
        List<Reference> ways = scope.references().stream()
                .filter(way -> way.isFrom(from) && way.leadsTo(to) && way.isCaught() == isCaught)
                .toList();
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("\"" + from + "\" does not lead to \"" + to + "\"");
        }
        return new WayEdit(copy, scope, Optional.of(from), Optional.of(to), ways);
    }

    /**
     * Returns what can be changed where a state ends its machine or branch.
     *
     * @throws IllegalArgumentException if it does not have {@code End}
     */
    public static WayEdit end(StateMachineDefinition definition, String last) {
        StateMachineDefinition copy = DefinitionEdit.copyOf(definition);
        Scope scope = Scope.of(copy, last);
        EditedState state = scope.state(last);
        if (!state.state().isEnd()) {
            throw new IllegalArgumentException("\"" + last + "\" does not end its machine");
        }
        Reference end = new Reference(
                state.json(), "Next", Optional.of(last), Optional.of(Transition.Kind.NEXT), Optional.empty());
        return new WayEdit(copy, scope, Optional.of(last), Optional.empty(), List.of(end));
    }

    /**
     * Puts a new state on the way. A Choice that would be the last gets a Succeed state to lead to.
     *
     * @throws IllegalArgumentException for Succeed and Fail if nothing else leads to what follows
     */
    public Result add(NewState kind) {
        Set<String> reached = scope.reachable();
        String name = DefinitionEdit.freshName(definition, kind.type());
        references.forEach(way -> way.leadTo(name));
        insert(name, kind.json(name, definition.queryLanguage()));
        DefinitionEdit.leadOn(definition, scope, name, kind, kind.isLast() ? Optional.empty() : to);
        refuseLost(reached, scope.reachable(), "a " + kind.type() + " state ends the machine, so");
        return DefinitionEdit.result(definition, name);
    }

    /**
     * Takes a state from where it is, so that what led to it leads to what followed it, and puts it on the way, also into or out of
     * another state. Its rules lead where they did. Nothing changes if the way begins or ends at the state.
     *
     * @param name of a state in any scope; the first in the order of the document if several have it
     * @throws IllegalArgumentException if there is no such state; if it is a Succeed or Fail; if rules lead to it and nothing follows it; if it would lie
     *     within itself, or its rules would lead out of their scope; if it is a Choice and the way an end; if another state could not be reached
     *     any more
     */
    public Result move(String name) {
        Scope old = Scope.of(definition, name);
        EditedState state = old.state(name);
        state.refuseIfLast();
        if (from.filter(name::equals).isPresent() || to.filter(name::equals).isPresent()) {
            return DefinitionEdit.result(definition, name);
        }
        refuse(state, whatKeeps(state, old));
        Set<String> reached = reachable(old);
        takeAway(state, old);
        references.forEach(way -> way.leadTo(name));
        insert(name, state.json());
        to.ifPresentOrElse(state::leadOn, state::end);
        refuseLost(reached, reachable(old), "\"" + name + "\" cannot be moved:");
        return DefinitionEdit.result(definition, name);
    }

    private Optional<String> whatKeeps(EditedState state, Scope old) {
        if (to.isEmpty() && state.isChoice()) {
            return Optional.of("a Choice cannot be the last");
        }
        if (scope.isSame(old)) {
            return Optional.empty();
        }
        if (state.state().subMachines().stream()
                .flatMap(machine -> machine.scopes().stream())
                .anyMatch(scope::isOf)) {
            return Optional.of("it would be within itself");
        }
        return old.references().stream()
                .filter(way -> way.isFrom(state.name()) && way.isRule())
                .findFirst()
                .flatMap(Reference::target)
                .map(target -> "one of its rules leads to \"" + target + "\", which would not be beside it");
    }

    private static void refuse(EditedState state, Optional<String> reason) {
        reason.ifPresent(why -> {
            throw new IllegalArgumentException("\"" + state.name() + "\" cannot be moved: " + why);
        });
    }

    /** What led to the state leads to what followed it, or ends. */
    private static void takeAway(EditedState state, Scope scope) {
        String name = state.name();
        Optional<String> following = state.following().filter(next -> !next.equals(name));
        List<Reference> ways = scope.references().stream()
                .filter(way -> way.leadsTo(name) && !way.isFrom(name))
                .toList();
        if (following.isEmpty()) {
            refuse(
                    state,
                    ways.stream()
                            .filter(way -> !way.mayEnd())
                            .findFirst()
                            .map(way -> "nothing follows it that " + led(way) + " could lead to instead"));
        }
        ways.forEach(way -> following.ifPresentOrElse(way::leadTo, way::end));
        scope.remove(name);
    }

    private static String led(Reference way) {
        return way.from().map(from -> "a rule of \"" + from + "\"").orElse("the start");
    }

    private Set<String> reachable(Scope old) {
        Set<String> reachable = new LinkedHashSet<>(scope.reachable());
        reachable.addAll(old.reachable());
        return reachable;
    }

    /** Behind the state that the way comes from, or before the first. */
    private void insert(String name, ObjectNode json) {
        scope.insert(name, json, from.or(() -> to).orElse(""), from.isEmpty());
    }

    private static void refuseLost(Set<String> before, Set<String> after, String why) {
        before.stream().filter(state -> !after.contains(state)).findFirst().ifPresent(lost -> {
            throw new IllegalArgumentException(why + " nothing would lead to \"" + lost + "\" any more");
        });
    }
}
