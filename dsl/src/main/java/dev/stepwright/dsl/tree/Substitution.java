package dev.stepwright.dsl.tree;

import java.util.List;

/** Puts an expression in the place of what a state can read, such as its result. */
public final class Substitution implements TreeVisitor<Tree> {
    private final Origin.Place place;
    private final Tree replacement;

    private Substitution(Origin.Place place, Tree replacement) {
        this.place = place;
        this.replacement = replacement;
    }

    /** Returns the tree with the replacement for every reading of the place. */
    public static Tree of(Origin.Place place, Tree tree, Tree replacement) {
        return tree.accept(new Substitution(place, replacement));
    }

    private List<Tree> all(List<Tree> trees) {
        return trees.stream().map(tree -> tree.accept(this)).toList();
    }

    @Override
    public Tree selection(Tree.Selection tree) {
        if (tree.origin() != place) {
            return tree;
        }
        Tree value = replacement;
        for (Segment segment : tree.segments()) {
            value = Composition.step(value, segment);
        }
        return value;
    }

    @Override
    public Tree steps(Tree.Steps tree) {
        Tree value = tree.base().accept(this);
        for (Segment segment : tree.segments()) {
            value = Composition.step(value, segment);
        }
        return value;
    }

    @Override
    public Tree literal(Tree.Literal tree) {
        return tree;
    }

    @Override
    public Tree object(Tree.ObjectTemplate tree) {
        return new Tree.ObjectTemplate(tree.type(), tree.names(), all(tree.parts()));
    }

    @Override
    public Tree merge(Tree.Merge tree) {
        return new Tree.Merge(tree.fields(), tree.value().accept(this));
    }

    /** Only the place reads what is replaced. */
    @Override
    public Tree within(Tree.Within tree) {
        return place == Origin.Place.INPUT
                ? new Tree.Within(tree.place().accept(this), tree.value())
                : new Tree.Within(tree.place().accept(this), tree.value().accept(this));
    }

    @Override
    public Tree projection(Tree.Projection tree) {
        return new Tree.Projection(tree.list().accept(this), tree.segment());
    }

    @Override
    public Tree format(Tree.Format tree) {
        return new Tree.Format(tree.template(), all(tree.parts()));
    }

    @Override
    public Tree call(Tree.Call tree) {
        return new Tree.Call(tree.function(), tree.type(), all(tree.parts()));
    }

    @Override
    public Tree arithmetic(Tree.Arithmetic tree) {
        return new Tree.Arithmetic(
                tree.operator(), tree.left().accept(this), tree.right().accept(this));
    }

    @Override
    public Tree orElse(Tree.OrElse tree) {
        return new Tree.OrElse(tree.value().accept(this), tree.fallback().accept(this));
    }

    @Override
    public Tree comparison(Tree.Comparison tree) {
        return new Tree.Comparison(
                tree.kind(),
                tree.relation(),
                tree.left().accept(this),
                tree.right().accept(this));
    }

    @Override
    public Tree match(Tree.Match tree) {
        return new Tree.Match(tree.subject().accept(this), tree.pattern());
    }

    @Override
    public Tree isPresent(Tree.IsPresent tree) {
        return new Tree.IsPresent(tree.subject().accept(this));
    }

    @Override
    public Tree isNull(Tree.IsNull tree) {
        return new Tree.IsNull(tree.subject().accept(this));
    }

    @Override
    public Tree isType(Tree.IsType tree) {
        return new Tree.IsType(tree.subject().accept(this), tree.type());
    }

    @Override
    public Tree logic(Tree.Logic tree) {
        return new Tree.Logic(tree.connective(), all(tree.parts()));
    }

    @Override
    public Tree not(Tree.Not tree) {
        return new Tree.Not(tree.condition().accept(this));
    }

    @Override
    public Tree commented(Tree.Commented tree) {
        return new Tree.Commented(tree.condition().accept(this), tree.comment());
    }

    /** What is given as it stands reads what it says. */
    @Override
    public Tree verbatim(Tree.Verbatim tree) {
        return tree;
    }
}
