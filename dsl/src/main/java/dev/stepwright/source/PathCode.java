package dev.stepwright.source;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * The states of a scope whose ways part too often one within the other, as a path with jumps. It follows the way that most states are
 * behind, so that half of them at the most stand beside it, and so on: nothing gets deep, and every state stands where it stands once.
 */
final class PathCode {
    /** Only error handlers within error handlers come that deep: too much for the stack, here and where the machine is made. */
    private static final int MOST_LEVELS = 400;

    private final ScopeGraph graph;
    private final StateCode states;
    private final JsonPointer scope;
    private final Map<String, Integer> reach;
    private final Set<String> placed = new HashSet<>();
    private final Set<String> jumpedTo = new HashSet<>();
    private boolean sketch = true;
    private int level;

    private PathCode(ScopeGraph graph, StateCode states, JsonPointer scope) {
        this.graph = graph;
        this.states = states;
        this.scope = scope;
        this.reach = graph.reach();
    }

    /** Returns the flow of a whole scope; a sketch tells which states need a label. */
    static Flow of(ScopeGraph graph, StateCode states, JsonPointer scope) {
        PathCode code = new PathCode(graph, states, scope);
        String start = graph.reached().get(0);
        code.flow(start);
        code.placed.clear();
        code.sketch = false;
        return code.flow(start);
    }

    private Flow flow(String first) {
        if (level == MOST_LEVELS) {
            throw new ScopeCode.TooDeep(first, MOST_LEVELS);
        }
        level++;
        List<String> path = path(first);
        ChainCode chain = new ChainCode(states, !sketch);
        Flow.Kind kind = Flow.Kind.OPEN;
        for (int i = 0; i < path.size(); i++) {
            boolean last = i == path.size() - 1;
            State state = graph.state(path.get(i));
            Flow flow = state(state, last ? ScopeGraph.END : path.get(i + 1));
            chain.add(path.get(i), labelled(path.get(i), flow.elements()));
            kind = flow.kind();
            Optional<String> jump = state instanceof ChoiceState ? Optional.empty() : state.next();
            if (last && kind == Flow.Kind.OPEN && jump.isPresent()) {
                chain.add(path.get(i), List.of(goTo(jump.get())));
                kind = Flow.Kind.HALT;
            }
        }
        level--;
        return chain.flow(kind);
    }

    /** Finds the states of a path, before anything beside it can take them. */
    private List<String> path(String first) {
        List<String> path = new ArrayList<>();
        Optional<String> at = Optional.of(first);
        while (at.isPresent()) {
            path.add(at.get());
            placed.add(at.get());
            at = next(graph.state(at.get()));
        }
        return path;
    }

    private Optional<String> next(State state) {
        return ScopeGraph.mainTargets(state).stream()
                .filter(target -> !placed.contains(target))
                .reduce((one, other) -> reach.getOrDefault(other, 0) > reach.getOrDefault(one, 0) ? other : one);
    }

    private Flow state(State state, String next) {
        if (state instanceof ChoiceState choice) {
            List<Flow> flows = ScopeGraph.mainTargets(state).stream()
                    .map(target -> beside(target, next))
                    .toList();
            return sketch ? ScopeCode.sketch(flows) : states.choice(choice, flows);
        }
        return ScopeCode.state(
                state, states, sketch, target -> beside(target, next).code(states.type()));
    }

    /** Returns where a way leads besides the path: on with it, to a place elsewhere, or to states of its own. */
    private Flow beside(String target, String next) {
        if (target.equals(next)) {
            return new Flow(List.of(), Flow.Kind.OPEN);
        }
        if (placed.contains(target)) {
            return new Flow(List.of(goTo(target)), Flow.Kind.HALT);
        }
        Flow flow = flow(target);
        Flow aside = sketch ? flow : states.partIfLong(target, flow);
        return aside.kind() == Flow.Kind.HALT
                ? aside
                : new Flow(List.of(Code.call("endEarly", aside.closed(states.type()))), Flow.Kind.HALT);
    }

    private Code goTo(String target) {
        jumpedTo.add(target);
        return Code.call("goTo", Code.word(label(target)));
    }

    private List<Code> labelled(String state, List<Code> elements) {
        return jumpedTo.contains(state)
                ? List.of(Code.word(label(state)).then(Code.call("at", elements.get(0))))
                : elements;
    }

    private String label(String state) {
        return sketch ? "" : states.label(state, scope);
    }
}
