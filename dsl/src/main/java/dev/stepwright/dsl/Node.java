package dev.stepwright.dsl;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** States and how they follow each other, without types: what the flows hold and the {@link Linker} reads. */
sealed interface Node
        permits Node.Sequence,
                Node.Given,
                Node.Labelled,
                Node.Jump,
                Node.Entering,
                Node.Commented,
                Node.Closed,
                StateNode {
    /** Nodes one after the other; none at all goes straight on. */
    record Sequence(List<Node> parts) implements Node {}

    /** No state, but the type of the data at this place. */
    record Given(Type type) implements Node {}

    /** A node whose first state has a label. */
    record Labelled(StateRef<?> label, Node body) implements Node {}

    /** No state, but a transition to a label. */
    record Jump(StateRef<?> label) implements Node {}

    /** No state, but what happens to the data on the way into a node. */
    record Entering(Entry entry, Node flow) implements Node {}

    /** The states of a branch or of a processor, with a comment. */
    record Commented(String comment, Node flow) implements Node {}

    /** A flow that ends its scope wherever it stands. */
    record Closed(Node flow) implements Node {}

    /** Returns one node after the other. */
    static Node sequence(Node first, Node second) {
        List<Node> parts = new ArrayList<>();
        add(first, parts);
        add(second, parts);
        return new Sequence(List.copyOf(parts));
    }

    private static void add(Node node, List<Node> parts) {
        if (node instanceof Sequence sequence) {
            parts.addAll(sequence.parts());
        } else {
            parts.add(node);
        }
    }
}
