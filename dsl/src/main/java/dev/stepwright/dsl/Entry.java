package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Substitution;
import dev.stepwright.dsl.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a transition does to the data: a rule of a Choice state, its default and a Catch can set variables and hand on a value of
 * their own.
 *
 * @param output what the target takes; null if it is the input
 * @param assign variables and their values
 */
record Entry(@Nullable Tree output, Map<Origin.Variable, Tree> assign) {
    static final Entry NONE = new Entry(null, Map.of());

    static Entry giving(Tree output) {
        return new Entry(output, Map.of());
    }

    static Entry assigning(Origin.Variable variable, Tree value) {
        return new Entry(null, Map.of(variable, value));
    }

    /** A node, and what happens on the way into it. */
    record Entered(Entry entry, Node node) {
        private Entered after(Entry before) {
            return new Entered(before.then(entry), node);
        }
    }

    /** Takes what is to happen on the way into a node off its head. */
    static Entered into(Node node) {
        if (node instanceof Node.Entering entering) {
            return into(entering.flow()).after(entering.entry());
        }
        if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.parts().size(); i++) {
                if (!(sequence.parts().get(i) instanceof Node.Given)) {
                    Entered first = into(sequence.parts().get(i));
                    List<Node> parts = new ArrayList<>(sequence.parts());
                    parts.set(i, first.node);
                    return first.entry.equals(NONE)
                            ? new Entered(NONE, node)
                            : new Entered(first.entry, new Node.Sequence(parts));
                }
            }
        }
        return new Entered(NONE, node);
    }

    /** Returns this entry and then another one, which takes what this one gives. */
    Entry then(Entry inner) {
        Map<Origin.Variable, Tree> both = new LinkedHashMap<>(assign);
        inner.assign.forEach((variable, value) -> both.put(variable, after(value)));
        return new Entry(inner.output == null ? output : after(inner.output), both);
    }

    private Tree after(Tree tree) {
        return output == null ? tree : Substitution.of(Origin.Place.INPUT, tree, output);
    }

    /** Returns all expressions. */
    Stream<Tree> trees() {
        return Stream.concat(Stream.ofNullable(output), assign.values().stream());
    }
}
