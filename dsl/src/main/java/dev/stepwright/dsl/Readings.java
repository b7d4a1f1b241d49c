package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The expressions of a state itself and of its transitions, without those of its inner scopes. */
final class Readings implements StateNode.Visitor<List<Tree>> {
    private static final Readings READINGS = new Readings();

    private Readings() {}

    /** Returns the expressions of a state itself, without those of its transitions. */
    static List<Tree> of(StateNode state) {
        return state.accept(READINGS);
    }

    /** Returns all paths in the expressions of a state and of its transitions. */
    static Stream<Tree.Selection> selections(Scope.Linked linked) {
        return leaves(linked, Tree.Selection.class);
    }

    /** Returns what is given as it stands in the expressions of a state and of its transitions. */
    static Stream<Tree.Verbatim> verbatim(Scope.Linked linked) {
        return leaves(linked, Tree.Verbatim.class);
    }

    /** Returns what is given as it stands in an expression. */
    static Stream<Tree.Verbatim> verbatim(Tree tree) {
        return leaves(tree, Tree.Verbatim.class);
    }

    /** Returns the expressions that read a part as if it were all. */
    static Stream<Tree.Within> withins(Scope.Linked linked) {
        return leaves(linked, Tree.Within.class);
    }

    private static <T extends Tree> Stream<T> leaves(Scope.Linked linked, Class<T> kind) {
        Stream<Tree> onTheWay =
                linked.edges().stream().flatMap(edge -> edge.entry().trees());
        return Stream.concat(of(linked.state()).stream(), onTheWay).flatMap(tree -> leaves(tree, kind));
    }

    private static <T extends Tree> Stream<T> leaves(Tree tree, Class<T> kind) {
        return kind.isInstance(tree)
                ? Stream.of(kind.cast(tree))
                : tree.parts().stream().flatMap(part -> leaves(part, kind));
    }

    private static List<Tree> present(@Nullable Tree... trees) {
        List<Tree> present = new ArrayList<>();
        for (Tree tree : trees) {
            if (tree != null) {
                present.add(tree);
            }
        }
        return present;
    }

    @Override
    public List<Tree> action(ActionNode state) {
        List<Tree> trees = present(
                state.data().arguments(),
                state.data().selector(),
                state.data().output(),
                state.settings().timeout().seconds(),
                state.settings().heartbeat().seconds(),
                state.settings().role());
        trees.addAll(state.assign().values());
        if (state.work() instanceof Work.Map map) {
            trees.addAll(map(map));
        }
        return trees;
    }

    /** The expressions of what a Map state does. */
    static List<Tree> map(Work.Map map) {
        Work.Items items = map.items();
        List<Tree> trees = present(items.list(), items.taken(), map.maxConcurrency());
        if (items.reader() != null) {
            trees.addAll(present(items.reader().arguments(), items.reader().limit()));
        }
        if (items.batches() != null) {
            trees.addAll(present(
                    items.batches().items(),
                    items.batches().bytes(),
                    items.batches().input()));
        }
        Distribution distribution = map.distribution();
        if (distribution != null) {
            trees.addAll(present(distribution.count(), distribution.percentage()));
            if (distribution.results() != null) {
                trees.addAll(present(distribution.results().place()));
            }
        }
        return trees;
    }

    @Override
    public List<Tree> pass(StateNode.Pass state) {
        List<Tree> trees = present(state.given());
        trees.addAll(state.assign().values());
        return trees;
    }

    @Override
    public List<Tree> waiting(StateNode.Wait state) {
        List<Tree> trees = present(state.seconds(), state.until(), state.output());
        trees.addAll(state.assign().values());
        return trees;
    }

    @Override
    public List<Tree> choice(StateNode.Choice state) {
        return state.rules().stream().map(StateNode.Rule::condition).toList();
    }

    @Override
    public List<Tree> succeed(StateNode.Succeed state) {
        return present(state.output());
    }

    @Override
    public List<Tree> fail(StateNode.Fail state) {
        return present(state.error(), state.cause());
    }

    @Override
    public List<Tree> raw(StateNode.Raw state) {
        return List.of();
    }
}
