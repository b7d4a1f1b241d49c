package dev.stepwright.source;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.SucceedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * The states of one scope as flows. Where ways part and meet again, the DSL's own words say so; a state that several ways lead to
 * besides is a variable, or a label where the ways go on differently behind it or lead back.
 */
final class ScopeCode {
    /** Further in, lines are mostly blanks, and javac takes its time to infer types. */
    private static final int DEEPEST_NESTING = 5;
    /** Whose ways part more often one within the other, nobody reads as flows within flows. */
    private static final int MOST_LEVELS = 20;

    private final ScopeGraph graph;
    private final StateCode states;
    private final String type;
    private final JsonPointer scope;
    /** What follows a shared state, wherever a way leads to it. */
    private final Map<String, Set<String>> stops = new HashMap<>();

    private final Map<String, Shared> shared = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private Set<String> labelled = new HashSet<>();
    private boolean sketch = true;
    private int nesting;
    private int level;

    private ScopeCode(StateMachineDefinition machine, StateCode states) {
        this.graph = ScopeGraph.of(machine);
        this.states = states;
        this.type = states.type();
        this.scope = machine.pointer();
    }

    /** A state that stands in a variable, with what it is. */
    private record Shared(String variable, Flow.Kind kind) {}

    /** Ways part within ways too often. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDeep(String state, int levels) {
            super("choices are nested more than " + levels + " levels deep at \"" + state + "\"");
        }
    }

    /** What follows a flow, and how many transitions of it lead there. */
    static final class Stop {
        private final String state;
        private int transitions;

        private Stop(String state, int transitions) {
            this.state = state;
            this.transitions = transitions;
        }
    }

    /** Returns the flow of a whole scope. */
    static Flow of(StateMachineDefinition machine, StateCode states) {
        ScopeCode code = new ScopeCode(machine, states);
        try {
            code.decideOnLabels();
        } catch (TooDeep e) {
            return PathCode.of(code.graph, states, code.scope);
        }
        return code.all();
    }

    /** Only a sketch of the flows tells what follows a shared state; each label may change that for others. */
    private void decideOnLabels() {
        boolean more = true;
        while (more) {
            all();
            Set<String> twice = new HashSet<>(labelled);
            stops.forEach((state, followers) -> {
                if (followers.size() > 1) {
                    twice.add(state);
                }
            });
            more = twice.size() > labelled.size();
            labelled = twice;
            stops.clear();
            shared.clear();
            placed.clear();
        }
        sketch = false;
    }

    private Flow all() {
        return flow(graph.reached().get(0), "", new Stop(ScopeGraph.END, 0), 1);
    }

    /** Returns the flow from a state on, which is entered by so many transitions here. */
    private Flow flow(String first, String from, Stop stop, int entries) {
        ChainCode chain = new ChainCode(states, !sketch);
        String before = from;
        String at = first;
        int transitions = entries;
        while (!at.equals(stop.state)) {
            if (graph.isBack(before, at) || labelled.contains(at) && placed.contains(at)) {
                chain.add(at, List.of(Code.call("goTo", Code.word(label(at)))));
                return chain.flow(Flow.Kind.HALT);
            }
            if (graph.entries(at) > transitions && !labelled.contains(at)) {
                Shared variable = shared(at, stop);
                chain.add(at, List.of(Code.word(variable.variable)));
                return chain.flow(variable.kind);
            }
            placed.add(at);
            Stop next = new Stop(next(at, stop), graph.state(at) instanceof ChoiceState ? 0 : 1);
            Flow flow = state(graph.state(at), next);
            chain.add(at, labelled(at, flow));
            if (flow.kind() != Flow.Kind.OPEN) {
                return chain.flow(flow.kind());
            }
            transitions = next.transitions;
            before = at;
            at = next.state;
        }
        stop.transitions += transitions;
        return chain.flow(Flow.Kind.OPEN);
    }

    private Flow state(State state, Stop next) {
        return state instanceof ChoiceState choice
                ? choice(choice, next)
                : state(state, states, sketch, target -> way(state, target, next));
    }

    /** Returns a state that is no choice; a sketch needs no more of it than where the handlers lead. */
    static Flow state(State state, StateCode states, boolean sketch, Ways ways) {
        Flow.Kind kind = state instanceof SucceedState
                ? Flow.Kind.CLOSED
                : state instanceof FailState ? Flow.Kind.HALT : Flow.Kind.OPEN;
        if (sketch) {
            state.catchRules().forEach(rule -> rule.next().ifPresent(ways::to));
        }
        return new Flow(List.of(sketch ? Code.word("") : states.of(state, ways)), kind);
    }

    /** Gives the code for where a state goes on besides its successor. */
    interface Ways {
        Code to(String target);
    }

    /** What does not come out where the state goes on has to end on its own. */
    private Code way(State state, String target, Stop next) {
        Flow flow = branch(state.name(), target, next);
        boolean elsewhere = flow.kind() == Flow.Kind.CLOSED || flow.kind() == Flow.Kind.OPEN && !leads(target, next);
        return elsewhere ? Code.call("endEarly", flow.closed(type)) : flow.code(type);
    }

    private Flow branch(String from, String target, Stop next) {
        int outside = nesting;
        nesting = outside == DEEPEST_NESTING ? 0 : outside + 1;
        Flow flow = inner(target, from, leads(target, next) ? next : new Stop(ScopeGraph.END, 0), 1);
        nesting = outside;
        if (sketch || flow.isPlain()) {
            return flow;
        }
        return outside < DEEPEST_NESTING ? states.partIfLong(target, flow) : states.part(target, flow);
    }

    private Flow inner(String first, String from, Stop stop, int entries) {
        if (level == MOST_LEVELS) {
            throw new TooDeep(first, MOST_LEVELS);
        }
        level++;
        Flow flow = flow(first, from, stop, entries);
        level--;
        return flow;
    }

    private boolean leads(String target, Stop next) {
        return graph.canEnd(target) && graph.leadsTo(target, next.state);
    }

    private Flow choice(ChoiceState choice, Stop next) {
        List<Flow> flows = new ArrayList<>();
        choice.choices()
                .forEach(rule -> flows.add(branch(choice.name(), rule.next().orElseThrow(), next)));
        choice.defaultTarget().ifPresent(target -> flows.add(branch(choice.name(), target, next)));
        return sketch ? sketch(flows) : states.choice(choice, flows);
    }

    /** Returns a choice between flows, without its code. */
    static Flow sketch(List<Flow> branches) {
        return new Flow(List.of(Code.word("")), Flow.Kind.ofChoice(branches));
    }

    /** Returns what follows a state: its successor; behind a choice, where its ways meet if nothing else leads between them. */
    private String next(String at, Stop stop) {
        State state = graph.state(at);
        if (!(state instanceof ChoiceState)) {
            return state.next().orElse(ScopeGraph.END);
        }
        return graph.join(at)
                .filter(join -> join.equals(stop.state) || graph.isClosed(at))
                .orElse(stop.state);
    }

    private List<Code> labelled(String at, Flow flow) {
        if (!graph.isLoopHead(at) && !labelled.contains(at)) {
            return flow.elements();
        }
        return List.of(Code.word(label(at)).then(Code.call("at", flow.elements().get(0))));
    }

    private String label(String state) {
        return sketch ? "" : states.label(state, scope);
    }

    /** Returns the variable that holds a state and what follows it, as far as {@code stop}. */
    private Shared shared(String state, Stop stop) {
        stops.computeIfAbsent(state, key -> new LinkedHashSet<>()).add(stop.state);
        Shared known = shared.get(state);
        if (known != null) {
            return known;
        }
        Stop own = new Stop(stop.state, 0);
        int outside = nesting;
        nesting = 0;
        Flow flow = inner(state, "", own, graph.entries(state));
        nesting = outside;
        stop.transitions += own.transitions;
        String variable = sketch ? "" : states.shared(state, flow);
        Shared made = new Shared(variable, flow.kind());
        shared.put(state, made);
        return made;
    }
}
