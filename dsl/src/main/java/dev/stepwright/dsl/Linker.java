package dev.stepwright.dsl;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out where control goes from each state of one scope. */
final class Linker {
    private final MachineNames names;
    private final Problems problems;
    private final Map<StateNode, Draft> drafts = new IdentityHashMap<>();
    private final List<Draft> order = new ArrayList<>();
    private final Labels labels;
    /** The Succeed states that nobody named, by the state whose transition needs one. */
    private final Map<StateNode, StateNode> ends = new IdentityHashMap<>();

    Linker(MachineNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.labels = new Labels(names, problems);
    }

    /** A state whose transitions may still lead to labels. */
    private record Draft(
            StateNode state,
            List<Target> next,
            List<Way> rules,
            List<Way> otherwise,
            List<Way> handlers,
            List<Scope> inner) {
        static Draft of(StateNode state) {
            return new Draft(
                    state,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    /** A transition that may still lead to a label. */
    private record Way(Entry entry, Target to) {}

    /** Links one scope; empty if it has no state. */
    Optional<Scope> scope(Node root, String what) {
        String comment = root instanceof Node.Commented commented ? commented.comment() : null;
        Target first = target(root, Target.END);
        for (int i = 0; i < order.size(); i++) { // each adds what it leads to, so that no depth is too great
            ways(order.get(i));
        }
        labels.report();
        if (!(labels.resolve(first, what) instanceof Target.State start)) {
            problems.add("", what + " has no state", "give it one; Dsl.pass(name) does nothing");
            return Optional.empty();
        }
        Map<StateNode, Scope.Linked> linked = new IdentityHashMap<>();
        order.forEach(draft -> linked.put(draft.state, link(draft)));
        ends.values()
                .forEach(end -> linked.put(end, new Scope.Linked(end, null, List.of(), null, List.of(), List.of())));
        List<Scope.Linked> reached = Scope.reachable(start.node(), linked);
        reportUnreached(reached);
        return Optional.of(new Scope(comment, start.node(), reached));
    }

    /** Returns where control enters a node whose successor is known. */
    private Target target(Node node, Target next) {
        if (node instanceof Node.Sequence sequence) {
            return sequence(sequence, next);
        }
        if (node instanceof Node.Labelled labelled) {
            Target target = target(labelled.body(), next);
            labels.put(labelled.label(), target);
            return target;
        }
        if (node instanceof Node.Commented commented) {
            return target(commented.flow(), next);
        }
        if (node instanceof Node.Jump jump) {
            return new Target.Label(jump.label());
        }
        if (node instanceof Node.Entering entering) {
            return misplaced(entering, next);
        }
        if (node instanceof Node.Closed closed) {
            return target(closed.flow(), Target.END);
        }
        return node instanceof StateNode state ? state(state, next) : next;
    }

    private Target sequence(Node.Sequence sequence, Target next) {
        Target target = next;
        for (int i = sequence.parts().size() - 1; i >= 0; i--) {
            target = target(sequence.parts().get(i), target);
        }
        return target;
    }

    private Target misplaced(Node.Entering entering, Target next) {
        Target target = target(entering.flow(), next);
        problems.add(
                "",
                "assigning and taking before " + target + " are not possible where a Choice state or a Catch leads to",
                "use assign and output of the previous state");
        return target;
    }

    private Target state(StateNode state, Target next) {
        Draft draft = drafts.get(state);
        if (draft == null) {
            names.state(state);
            draft = Draft.of(state);
            drafts.put(state, draft);
            order.add(draft);
        }
        draft.next.add(next);
        return new Target.State(state);
    }

    private void ways(Draft draft) {
        Target next = draft.next.get(0);
        if (draft.state instanceof StateNode.Choice choice) {
            choice.rules().forEach(rule -> draft.rules.add(way(Entry.NONE, rule.then(), next)));
            if (choice.otherwise() != null) {
                draft.otherwise.add(way(Entry.NONE, choice.otherwise(), next));
            }
        } else if (draft.state instanceof StateNode.Raw raw) {
            raw.ways().forEach(way -> draft.rules.add(way(Entry.NONE, way.to(), next)));
        } else if (draft.state instanceof ActionNode action) {
            action.errorHandling()
                    .handlers()
                    .forEach(handler -> draft.handlers.add(way(Entry.giving(handler.data()), handler.flow(), next)));
            if (action.work() instanceof Work.Parallel parallel) {
                for (int i = 0; i < parallel.branches().size(); i++) {
                    inner(draft, parallel.branches().get(i), "branch " + (i + 1));
                }
            } else if (action.work() instanceof Work.Map map) {
                inner(draft, map.processor(), "the processor");
            }
        }
    }

    private Way way(Entry entry, Node node, Target next) {
        Entry.Entered entered = Entry.into(node);
        return new Way(entry.then(entered.entry()), target(entered.node(), next));
    }

    private void inner(Draft draft, Node node, String what) {
        new Linker(names, problems)
                .scope(node, what + " of \"" + draft.state.name() + "\"")
                .ifPresent(draft.inner::add);
    }

    private Scope.Linked link(Draft draft) {
        StateNode state = draft.state;
        boolean goesOn = !(state instanceof StateNode.Choice || state instanceof StateNode.End);
        return new Scope.Linked(
                state,
                goesOn && labels.resolve(successor(draft), state.name()) instanceof Target.State next
                        ? next.node()
                        : null,
                edges(draft.rules, state),
                edges(draft.otherwise, state).stream().findFirst().orElse(null),
                edges(draft.handlers, state),
                List.copyOf(draft.inner));
    }

    private Target successor(Draft draft) {
        Set<Target> different = new LinkedHashSet<>();
        draft.next.forEach(target -> different.add(labels.resolve(target, draft.state.name())));
        if (different.size() > 1) {
            List<Target> two = List.copyOf(different);
            problems.add(
                    draft.state.name(),
                    "it is used twice with different next states, " + two.get(0) + " and " + two.get(1),
                    "create a second state, with its own name, for the second use");
        }
        return draft.next.get(0);
    }

    private List<Scope.Edge> edges(List<Way> ways, StateNode from) {
        return ways.stream()
                .map(way -> new Scope.Edge(way.entry, entered(way.to, from)))
                .toList();
    }

    /** Returns the state that a target is; a transition to the end of the scope needs a state to go to. */
    private StateNode entered(Target target, StateNode from) {
        if (labels.resolve(target, from.name()) instanceof Target.State state) {
            return state.node();
        }
        return ends.computeIfAbsent(from, this::addEnd);
    }

    private StateNode addEnd(StateNode from) {
        StateNode end =
                new StateNode.Succeed(StateName.made(names.free(from.name() + " - done")), null, StateNode.Extras.NONE);
        names.state(end);
        return end;
    }

    private void reportUnreached(List<Scope.Linked> reached) {
        Map<StateNode, Boolean> seen = new IdentityHashMap<>();
        reached.forEach(linked -> seen.put(linked.state(), true));
        for (Draft draft : order) {
            if (!seen.containsKey(draft.state)) {
                problems.add(
                        draft.state.name(), "no path leads to it", "remove it, or jump to it with goTo and a label");
            }
        }
    }
}
