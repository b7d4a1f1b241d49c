package dev.stepwright.types.graph;

import dev.stepwright.asl.MapState;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** Returns whether the place, or a field anywhere inside it, is read on every way. An array is read by its elements too. */
    public boolean isRequired(Place place) {
        return place.uses().stream().anyMatch(use -> isOnEveryWay(use, place))
                || place.fields().values().stream().anyMatch(this::isRequired)
                || !place.isInElement()
                        && place.elements().filter(this::isPicked).isPresent();
    }

    /** Returns whether an element, or a part of it, is read on every way, and not for each that there may be. */
    private boolean isPicked(Place element) {
        return element.uses().stream().anyMatch(use -> isPassed(element.origin(), use))
                || element.fields().values().stream().anyMatch(this::isPicked)
                || element.elements().filter(this::isPicked).isPresent();
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
                return start != null
                        && Passage.isAlwaysTaken(state, place)
                        && !Passage.mayBeCaught(state, isMissing)
                        && isPassed(start, state);
            }
        }
        return false;
    }

    private boolean isOnEveryWay(Use use, Place place) {
        if (place.isInElement() || place.origin().source() == Origin.Source.ITEM) {
            StateNode reader = nodes.get(use.state());
            return use.certain() && use.alternatives().isEmpty() && reader != null && isInEveryIteration(reader);
        }
        return isPassed(place.origin(), use);
    }

    private @Nullable StateNode source(Origin origin) {
        return origin.source() == Origin.Source.INPUT ? machine.start() : nodes.get(origin.state());
    }

    private boolean isPassed(Origin origin, Use use) {
        StateNode from = source(origin);
        StateNode reader = nodes.get(use.state());
        return use.certain()
                && from != null
                && reader != null
                && isPassed(from, reader)
                && use.alternatives().stream()
                        .map(other -> laterResult(other, from, reader))
                        .allMatch(later -> later.isPresent()
                                && (origin.source() == Origin.Source.INPUT
                                        ? isAfterFirst(later.get(), from, reader)
                                        : isAfter(later.get(), from, reader)));
    }

    /** Returns the state whose result a reader may get instead, where the order of states tells when. */
    private Optional<StateNode> laterResult(Origin other, StateNode from, StateNode reader) {
        return Optional.ofNullable(nodes.get(other.state()))
                .filter(second -> other.source() == Origin.Source.RESULT
                        && from.scope().owner() == null
                        && second.scope() == from.scope()
                        && reader.scope() == from.scope());
    }

    /** Returns whether nothing can have come from elsewhere when a state reads for the first time after another one has given what it did. */
    private static boolean isAfter(StateNode second, StateNode from, StateNode reader) {
        return from != reader
                && from != second
                && !Successors.canFollow(second, from, from)
                && (second == reader || !Successors.canFollow(from, second, reader));
    }

    /** Returns whether nothing but the input can have come when a state reads for the first time: the input is there before the start. */
    private static boolean isAfterFirst(StateNode second, StateNode start, StateNode reader) {
        return start == reader || second == reader || start != second && !Successors.canFollow(start, second, reader);
    }

    /** A state in a branch is passed if the Parallel is, and what follows the Parallel follows the states of its branches. */
    private boolean isPassed(StateNode from, StateNode reader) {
        for (@Nullable StateNode start = from; start != null; start = parallelAround(start)) {
            StateNode at = passing(reader, start.scope());
            boolean isInAnotherBranch = start != from && at == start && reader != start;
            if (at != null && !isInAnotherBranch) {
                return dominators(at.scope()).isOnEveryWay(start, at);
            }
        }
        return false;
    }

    private static @Nullable StateNode parallelAround(StateNode node) {
        StateNode owner = node.scope().owner();
        return owner == null || owner.state() instanceof MapState ? null : owner;
    }

    /** Returns the state of a scope that a state is, or is in so that it is passed whenever that is; a Map may have no items. */
    private @Nullable StateNode passing(StateNode node, ScopeNode scope) {
        @Nullable StateNode at = node;
        while (at != null && at.scope() != scope) {
            at = ownerPassing(at);
            at = at != null && at.state() instanceof MapState ? null : at;
        }
        return at;
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
