package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.dsl.tree.TreeTypes;
import dev.stepwright.json.JavaValues;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;

/** What type a flow takes: what its first state that reads its input says. */
final class InputType {
    private InputType() {}

    static Optional<JavaType> of(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return first(sequence.parts().stream());
        }
        if (node instanceof Node.Given given) {
            return Optional.of(JavaValues.mapper().constructType(given.type()));
        }
        if (node instanceof Node.Commented commented) {
            return of(commented.flow());
        }
        if (node instanceof Node.Labelled labelled) {
            return of(labelled.body());
        }
        if (node instanceof StateNode.Choice choice) {
            return choice(choice);
        }
        if (node instanceof Node.Entering entering) {
            Optional<JavaType> read = firstRead(entering.entry().trees());
            return read.isPresent() || entering.entry().output() != null ? read : of(entering.flow());
        }
        return node instanceof ActionNode action ? action(action) : ofOutput(node);
    }

    /** What a state without an output takes is what the next one takes. */
    private static Optional<JavaType> first(Stream<? extends Node> nodes) {
        return nodes.map(InputType::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<JavaType> choice(StateNode.Choice choice) {
        Stream<Node> branches =
                Stream.concat(choice.rules().stream().map(StateNode.Rule::then), Stream.ofNullable(choice.otherwise()));
        return firstRead(choice.rules().stream().map(StateNode.Rule::condition)).or(() -> first(branches));
    }

    private static Optional<JavaType> ofOutput(Node node) {
        return node instanceof StateNode state ? firstRead(Readings.of(state).stream()) : Optional.empty();
    }

    private static Optional<JavaType> action(ActionNode action) {
        if (action.data().arguments() != null) {
            return read(action.data().arguments());
        }
        if (action.work() instanceof Work.Task task) {
            return Optional.of(task.argument());
        }
        return action.work() instanceof Work.Map map
                ? firstRead(Readings.map(map).stream())
                : first(((Work.Parallel) action.work()).branches().stream());
    }

    private static Optional<JavaType> firstRead(Stream<? extends Tree> trees) {
        return trees.map(InputType::read).flatMap(Optional::stream).findFirst();
    }

    private static Optional<JavaType> read(Tree tree) {
        return TreeTypes.inputClass(tree).map(JavaValues.mapper()::constructType);
    }
}
