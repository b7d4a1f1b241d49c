package dev.stepwright.dsl.tree;

/** One method for each kind of {@link Tree}. */
public interface TreeVisitor<R> {
    R selection(Tree.Selection tree);

    R steps(Tree.Steps tree);

    R literal(Tree.Literal tree);

    R object(Tree.ObjectTemplate tree);

    R merge(Tree.Merge tree);

    R within(Tree.Within tree);

    R projection(Tree.Projection tree);

    R format(Tree.Format tree);

    R call(Tree.Call tree);

    R arithmetic(Tree.Arithmetic tree);

    R orElse(Tree.OrElse tree);

    R comparison(Tree.Comparison tree);

    R match(Tree.Match tree);

    R isPresent(Tree.IsPresent tree);

    R isNull(Tree.IsNull tree);

    R isType(Tree.IsType tree);

    R logic(Tree.Logic tree);

    R not(Tree.Not tree);

    R commented(Tree.Commented tree);

    R verbatim(Tree.Verbatim tree);
}
