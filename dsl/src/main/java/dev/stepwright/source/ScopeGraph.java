package dev.stepwright.source;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.SucceedState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where control goes within one scope. Transitions that lead back to a state on the way to their own are set apart; without them
 * there are no loops.
 */
final class ScopeGraph {
    /** What follows the last state of a scope. No state has this name, since names are not empty. */
    static final String END = "";

    private final StateMachineDefinition machine;
    /** States in the order in which control reaches them: each before its targets, the targets in their order. */
    private final List<String> reached = new ArrayList<>();

    /** The same in the order in which the walk leaves them: each behind its targets. */
    private final List<String> left = new ArrayList<>();

    private final Set<Edge> back = new HashSet<>();
    private final Set<String> loopHeads = new HashSet<>();
    private final Map<String, Integer> entries = new HashMap<>();
    private final Map<String, Optional<String>> joins = new HashMap<>();
    /** How many joins follow a state. */
    private final Map<String, Integer> depths = new HashMap<>();

    private final Map<String, Boolean> closed = new HashMap<>();
    private final Set<String> canEnd = new HashSet<>(Set.of(END));

    private record Edge(String from, String to) {}

    private ScopeGraph(StateMachineDefinition machine) {
        this.machine = machine;
    }

    /** Returns the graph of a scope whose transitions all lead to states of it. */
    static ScopeGraph of(StateMachineDefinition machine) {
        ScopeGraph graph = new ScopeGraph(machine);
        String start = machine.startAt().orElseThrow();
        graph.entries.put(start, 1);
        graph.walk(start);
        for (String state : graph.left) {
            List<String> ways =
                    graph.forward(state).stream().filter(graph::canEnd).toList();
            if (!ways.isEmpty()) {
                graph.canEnd.add(state);
            }
            Optional<String> join =
                    ways.stream().map(Optional::of).reduce(graph::common).orElse(Optional.empty());
            graph.joins.put(state, join);
            graph.depths.put(state, graph.depth(join) + 1);
        }
        return graph;
    }

    private record Visit(String state, Iterator<String> targets) {}

    /** Depth first, without recursion: a chain of states may be long. */
    private void walk(String start) {
        Set<String> seen = new HashSet<>();
        LinkedHashSet<String> open = new LinkedHashSet<>();
        List<Visit> stack = new ArrayList<>();
        enter(start, seen, open, stack);
        while (!stack.isEmpty()) {
            Visit visit = stack.get(stack.size() - 1);
            if (!visit.targets.hasNext()) {
                stack.remove(stack.size() - 1);
                open.remove(visit.state);
                left.add(visit.state);
                continue;
            }
            String target = visit.targets.next();
            if (open.contains(target)) {
                back.add(new Edge(visit.state, target));
                loopHeads.add(target);
            } else {
                entries.merge(target, 1, Integer::sum);
                if (!seen.contains(target)) {
                    enter(target, seen, open, stack);
                }
            }
        }
    }

    private void enter(String state, Set<String> seen, Set<String> open, List<Visit> stack) {
        seen.add(state);
        open.add(state);
        reached.add(state);
        stack.add(new Visit(state, targets(state).iterator()));
    }

    State state(String name) {
        return Objects.requireNonNull(machine.states().get(name), name);
    }

    List<String> reached() {
        return reached;
    }

    boolean isBack(String from, String to) {
        return back.contains(new Edge(from, to));
    }

    boolean isLoopHead(String state) {
        return loopHeads.contains(state);
    }

    /** Returns how many transitions lead to a state, those that close a loop not counted. */
    int entries(String state) {
        return entries.getOrDefault(state, 0);
    }

    /** Returns all targets of a state: rules, default, next, error handlers. */
    private List<String> targets(String name) {
        List<String> targets = new ArrayList<>(mainTargets(state(name)));
        state(name).catchRules().forEach(rule -> rule.next().ifPresent(targets::add));
        return targets;
    }

    /** Returns the targets of a state without its error handlers; of a choice, those of the rules and then that of the default. */
    static List<String> mainTargets(State state) {
        List<String> targets = new ArrayList<>();
        if (state instanceof ChoiceState choice) {
            choice.choices().forEach(rule -> rule.next().ifPresent(targets::add));
            choice.defaultTarget().ifPresent(targets::add);
        } else if (!(state instanceof SucceedState || state instanceof FailState)) {
            state.next().ifPresent(targets::add);
        }
        return targets;
    }

    /** Returns how many states control may come to from each one, without going back. */
    Map<String, Integer> reach() {
        Map<String, Integer> places = new HashMap<>();
        Map<String, BitSet> behind = new HashMap<>();
        for (String state : left) {
            BitSet states = new BitSet();
            states.set(places.size());
            places.put(state, places.size());
            targets(state).stream()
                    .filter(to -> !isBack(state, to))
                    .forEach(to -> states.or(Objects.requireNonNull(behind.get(to))));
            behind.put(state, states);
        }
        Map<String, Integer> reach = new HashMap<>();
        behind.forEach((state, states) -> reach.put(state, states.cardinality()));
        return reach;
    }

    /** Targets without those that lead back; {@link #END} where the scope ends. Error handlers count as ways aside. */
    private List<String> forward(String name) {
        State state = state(name);
        if (state.isEnd() || state instanceof SucceedState) {
            return List.of(END);
        }
        return state instanceof FailState
                ? List.of()
                : mainTargets(state).stream().filter(to -> !isBack(name, to)).toList();
    }

    /** Returns whether a way leads from a state to the end of the scope, and not only to failure or back. */
    boolean canEnd(String name) {
        return canEnd.contains(name);
    }

    /** Returns the first state, or the end, that every way from a state comes through; empty if control never comes out of it. */
    Optional<String> join(String name) {
        return joins.getOrDefault(name, Optional.empty());
    }

    /** The joins are a tree, with what never comes out at its root; two states meet where their ways to the root do. */
    private Optional<String> common(Optional<String> left, Optional<String> right) {
        Optional<String> one = left;
        Optional<String> other = right;
        while (!one.equals(other)) {
            if (depth(one) < depth(other)) {
                other = after(other.orElseThrow());
            } else {
                one = after(one.orElseThrow());
            }
        }
        return one;
    }

    private int depth(Optional<String> state) {
        return state.map(name -> name.equals(END) ? 1 : depths.getOrDefault(name, 1))
                .orElse(0);
    }

    private Optional<String> after(String name) {
        return name.equals(END) ? Optional.empty() : join(name);
    }

    /** Returns whether every way from a state comes through another one, or is that one. */
    boolean leadsTo(String name, String goal) {
        int depth = depth(Optional.of(goal));
        Optional<String> at = Optional.of(name);
        while (depth(at) > depth) {
            at = after(at.get());
        }
        return at.filter(goal::equals).isPresent();
    }

    /** Returns whether the states between a state and its join are entered from that state only. */
    boolean isClosed(String from) {
        return closed.computeIfAbsent(from, state -> isClosed(state, join(state).orElseThrow()));
    }

    private boolean isClosed(String from, String join) {
        Map<String, Integer> inside = new HashMap<>();
        List<String> open = new ArrayList<>(List.of(from));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (String target : forward(open.remove(open.size() - 1))) {
                if (canEnd(target) && !target.equals(join)) {
                    inside.merge(target, 1, Integer::sum);
                    if (seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return inside.entrySet().stream().allMatch(entry -> entry.getValue() == entries(entry.getKey()));
    }
}
