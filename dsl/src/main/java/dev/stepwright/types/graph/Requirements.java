package dev.stepwright.types.graph;

import dev.stepwright.asl.MapState;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Use;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Tells whether something from outside must be there: it is read on every way from where it comes in to the end, catch rules
 * aside.
 */
public final class Requirements {
    private final ScopeNode machine;
    private final Map<JsonPointer, StateNode> nodes = new HashMap<>();
    private final Map<ScopeNode, PostDominators> dominators = new HashMap<>();

    public Requirements(FlowGraph graph) {
        this.machine = graph.machine();
        graph.nodes().forEach(node -> nodes.put(node.pointer(), node));
    }

    /** Returns whether the place, or a field anywhere inside it, is read on every way. */
    public boolean isRequired(Place place) {
        return place.uses().stream().anyMatch(use -> isOnEveryWay(use, place))
                || place.fields().values().stream().anyMatch(this::isRequired);
    }

    /**
     * Returns whether what fails at a place of the definition fails every execution in which nothing has failed before.
     *
     * @param place a value in a state
     * @param isMissing whether it is a path that leads nowhere
     */
    public boolean isFatal(JsonPointer place, boolean isMissing) {
        StateNode start = machine.start();
        for (@Nullable JsonPointer at = place; at != null; at = at.head()) {
            StateNode state = nodes.get(at);
            if (state != null) {
                String inside = place.toString().substring(at.toString().length());
                return start != null
                        && Passage.isAlwaysTaken(state, inside)
                        && !Passage.mayBeCaught(state, isMissing)
                        && isPassed(start, state);
            }
        }
        return false;
    }

    private boolean isOnEveryWay(Use use, Place place) {
        StateNode reader = nodes.get(use.state());
        if (!use.certain() || reader == null) {
            return false;
        }
        if (place.isInElement()) {
            return isInEveryIteration(reader);
        }
        Origin origin = place.origin();
        StateNode from = origin.source() == Origin.Source.INPUT ? machine.start() : nodes.get(origin.state());
        return from != null
                && (origin.source() == Origin.Source.ITEM ? isInEveryIteration(reader) : isPassed(from, reader));
    }

    /** A state in a branch is passed if the Parallel is; one in a Map need not be, since there may be no items. */
    private boolean isPassed(StateNode from, StateNode reader) {
        StateNode at = reader;
        while (at.scope() != from.scope()) {
            @Nullable StateNode owner = ownerPassing(at);
            if (owner == null || owner.state() instanceof MapState) {
                return false;
            }
            at = owner;
        }
        return dominators(at.scope()).isOnEveryWay(from, at);
    }

    private boolean isInEveryIteration(StateNode reader) {
        @Nullable StateNode at = reader;
        while (at != null) {
            at = ownerPassing(at);
            if (at != null && at.state() instanceof MapState) {
                return true;
            }
        }
        return false;
    }

    /** Returns the state around the scope of a state that is passed whenever the scope runs. */
    private @Nullable StateNode ownerPassing(StateNode node) {
        StateNode start = node.scope().start();
        return start != null && dominators(node.scope()).isOnEveryWay(start, node)
                ? node.scope().owner()
                : null;
    }

    private PostDominators dominators(ScopeNode scope) {
        return dominators.computeIfAbsent(scope, PostDominators::new);
    }
}
