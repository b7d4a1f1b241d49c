package dev.stepwright.types.graph;

import dev.stepwright.asl.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The states that can follow a state, as its transitions name them. */
public final class Successors {
    private Successors() {}

    /** Returns the states that follow when nothing fails. */
    static List<StateNode> regular(StateNode node) {
        List<String> names = new ArrayList<>();
        State state = node.state();
        state.next().ifPresent(names::add);
        state.text("Default").ifPresent(names::add);
        addTargets(state.json().path("Choices"), names);
        return nodes(names, node);
    }

    /** Returns all states that can follow. */
    public static List<StateNode> all(StateNode node) {
        List<StateNode> all = new ArrayList<>(regular(node));
        List<String> names = new ArrayList<>();
        addTargets(node.state().json().path("Catch"), names);
        all.addAll(nodes(names, node));
        return all;
    }

    /** Returns whether some way leads from a state to another one, and not by way of a third. */
    static boolean canFollow(StateNode from, StateNode to, StateNode avoided) {
        Set<StateNode> reached = new HashSet<>();
        Deque<StateNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (StateNode next : all(open.pop())) {
                if (reached.add(next) && next != avoided) {
                    open.push(next);
                }
            }
        }
        return reached.contains(to);
    }

    private static void addTargets(JsonNode rules, List<String> names) {
        rules.forEach(rule -> {
            if (rule.path("Next").isString()) {
                names.add(rule.path("Next").stringValue());
            }
        });
    }

    private static List<StateNode> nodes(List<String> names, StateNode from) {
        return names.stream()
                .map(from.scope().states()::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
