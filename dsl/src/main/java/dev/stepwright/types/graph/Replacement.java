package dev.stepwright.types.graph;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.View;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A state, or a catch rule of one, that hands on what it makes in place of all that came in.
 *
 * @param state the state
 * @param holder the state or its rule: what a field would have to be added to
 * @param label the way out of the state, for messages; {@code Catch[0]} if it is a rule
 */
public record Replacement(StateNode state, View holder, String label) {
    private static final String CATCH = "Catch[";
    private static final String START = "StartAt";
    private static final List<String> WORK = List.of("InputPath", "Parameters", "Arguments", "ItemsPath", "Items");

    /**
     * Returns what has to hand on its input too, so that what a state lacks comes to it by all ways; empty if that would not do.
     *
     * @param lacks whether what comes in by a way, or into a state before, lacks it
     */
    public static List<Replacement> before(StateNode node, Predicate<Entry> lacks) {
        Set<Replacement> found = new LinkedHashSet<>();
        Set<StateNode> seen = new HashSet<>(Set.of(node));
        Deque<StateNode> lacking = new ArrayDeque<>(seen);
        while (!lacking.isEmpty()) {
            StateNode to = lacking.remove();
            for (Map.Entry<Edge, Entry> way : to.ways().entrySet()) {
                if (!lacks.test(way.getValue())) {
                    continue;
                }
                StateNode from = from(way.getKey(), to);
                if (from == null) {
                    return List.of();
                }
                Optional<Replacement> replacement = of(from, way.getKey().label());
                replacement.ifPresent(found::add);
                if (lacks.test(Objects.requireNonNull(from.entry()))) {
                    if (seen.add(from)) {
                        lacking.add(from);
                    }
                } else if (replacement.isEmpty()) {
                    return List.of();
                }
            }
        }
        List<Replacement> inOrder = new ArrayList<>(found);
        Collections.reverse(inOrder);
        return List.copyOf(inOrder);
    }

    /** Returns the state before; the Parallel around a branch that starts with the input of that; null if there is none. */
    private static @Nullable StateNode from(Edge way, StateNode to) {
        StateNode owner = to.scope().owner();
        boolean getsAll = owner != null
                && owner.state() instanceof ParallelState
                && Stream.of("InputPath", "Parameters", "Arguments")
                        .allMatch(field -> owner.state().field(field).isEmpty());
        return way.from() != null || !getsAll ? way.from() : owner;
    }

    private static Optional<Replacement> of(StateNode node, String label) {
        if (label.equals(START)) {
            return Optional.empty();
        }
        View holder = holder(node.state(), label);
        boolean isCatch = label.startsWith(CATCH);
        boolean replaces = node.language() == QueryLanguage.JSONPATH
                ? (isCatch || makes(node.state())) && isWhole(holder, "ResultPath") && isWhole(holder, "OutputPath")
                : isCatch || works(node.state()) || holder.field("Output").isPresent();
        return replaces ? Optional.of(new Replacement(node, holder, label)) : Optional.empty();
    }

    private static View holder(State state, String label) {
        int open = label.indexOf('[');
        if (open < 0) {
            return state;
        }
        int index = Integer.parseInt(label.substring(open + 1, label.length() - 1));
        return label.startsWith(CATCH)
                ? state.catchRules().get(index)
                : ((ChoiceState) state).choices().get(index);
    }

    private static boolean isWhole(View holder, String path) {
        return holder.field(path).isEmpty()
                || holder.text(path).filter("$"::equals).isPresent();
    }

    private static boolean works(State state) {
        return state instanceof TaskState || state instanceof ParallelState || state instanceof MapState;
    }

    private static boolean makes(State state) {
        return works(state)
                || state instanceof PassState
                        && (state.field("Result").isPresent()
                                || state.field("Parameters").isPresent());
    }

    /** Returns whether it is a catch rule. */
    public boolean isCatch() {
        return label.startsWith(CATCH);
    }

    public QueryLanguage language() {
        return state.language();
    }

    /** Returns what the state is given, before {@code InputPath}. */
    public Value input() {
        return Objects.requireNonNull(state.entry()).input();
    }

    /** Returns whether the author says what is handed on, by a Pass or an {@code Output}, and does not leave it to what AWS does. */
    public boolean isDeliberate() {
        return state.state() instanceof PassState || holder.field("Output").isPresent();
    }

    /** Returns whether the state reads a member of its input for its work, so that it has it. */
    public boolean reads(String member) {
        boolean isJsonPath = language() == QueryLanguage.JSONPATH;
        Pattern path = Pattern.compile(
                (isJsonPath ? "(?<![\\w$.\\]])\\$\\." : "\\$states\\.input\\.") + member + "(?![\\w-])");
        boolean narrows = isJsonPath && !isWhole(state.state(), "InputPath");
        return (narrows ? List.of("InputPath") : WORK)
                .stream()
                        .flatMap(field -> state.state().field(field).stream())
                        .anyMatch(value -> path.matcher(value.toString()).find());
    }
}
