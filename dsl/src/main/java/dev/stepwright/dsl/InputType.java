package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.dsl.tree.TreeTypes;
import dev.stepwright.json.JavaValues;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;

/** What type a flow takes: what its first state that reads its input says. */
final class InputType {
    private InputType() {}

    static Optional<JavaType> of(Node root) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            Optional<JavaType> type = said(node);
            if (type.isPresent()) {
                return type;
            }
            List<Node> within = within(node);
            for (int i = within.size() - 1; i >= 0; i--) {
                open.push(within.get(i));
            }
        }
        return Optional.empty();
    }

    /** What a node itself says. */
    private static Optional<JavaType> said(Node node) {
        if (node instanceof Node.Given given) {
            return Optional.of(JavaValues.mapper().constructType(given.type()));
        }
        if (node instanceof StateNode.Choice choice) {
            return firstRead(choice.rules().stream().map(StateNode.Rule::condition));
        }
        if (node instanceof Node.Entering entering) {
            return firstRead(entering.entry().trees());
        }
        if (node instanceof ActionNode action) {
            return said(action);
        }
        return node instanceof StateNode state ? firstRead(Readings.of(state).stream()) : Optional.empty();
    }

    private static Optional<JavaType> said(ActionNode action) {
        if (action.data().arguments() != null) {
            return read(action.data().arguments());
        }
        if (action.work() instanceof Work.Task task) {
            return Optional.of(task.argument());
        }
        return action.work() instanceof Work.Map map ? firstRead(Readings.map(map).stream()) : Optional.empty();
    }

    /** What takes the same as a node; behind a state without an output, so does the next one. */
    private static List<Node> within(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.parts();
        }
        if (node instanceof Node.Commented commented) {
            return List.of(commented.flow());
        }
        if (node instanceof Node.Labelled labelled) {
            return List.of(labelled.body());
        }
        if (node instanceof Node.Closed closed) {
            return List.of(closed.flow());
        }
        if (node instanceof Node.Entering entering) {
            return entering.entry().output() == null ? List.of(entering.flow()) : List.of();
        }
        if (node instanceof StateNode.Choice choice) {
            Stream<Node> rules = choice.rules().stream().map(StateNode.Rule::then);
            return Stream.concat(rules, Stream.ofNullable(choice.otherwise())).toList();
        }
        return node instanceof ActionNode action
                        && action.data().arguments() == null
                        && action.work() instanceof Work.Parallel parallel
                ? parallel.branches()
                : List.of();
    }

    private static Optional<JavaType> firstRead(Stream<? extends Tree> trees) {
        return trees.map(InputType::read).flatMap(Optional::stream).findFirst();
    }

    private static Optional<JavaType> read(Tree tree) {
        return TreeTypes.inputClass(tree).map(JavaValues.mapper()::constructType);
    }
}
