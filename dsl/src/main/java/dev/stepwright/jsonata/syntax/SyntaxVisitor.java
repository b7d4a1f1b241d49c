package dev.stepwright.jsonata.syntax;

/**
 * Something computed from a tree, one method per construct. {@link #visitOther} answers for every construct that is not overridden.
 *
 * @param <R> what is computed
 */
public interface SyntaxVisitor<R> {
    /** Returns the answer for a construct without a method of its own. */
    R visitOther(Syntax syntax);

    default R visitStringLiteral(Syntax.StringLiteral syntax) {
        return visitOther(syntax);
    }

    default R visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return visitOther(syntax);
    }

    default R visitConstant(Syntax.Constant syntax) {
        return visitOther(syntax);
    }

    default R visitRegexLiteral(Syntax.RegexLiteral syntax) {
        return visitOther(syntax);
    }

    default R visitVariable(Syntax.Variable syntax) {
        return visitOther(syntax);
    }

    default R visitName(Syntax.Name syntax) {
        return visitOther(syntax);
    }

    default R visitWildcard(Syntax.Wildcard syntax) {
        return visitOther(syntax);
    }

    default R visitDescendants(Syntax.Descendants syntax) {
        return visitOther(syntax);
    }

    default R visitParent(Syntax.Parent syntax) {
        return visitOther(syntax);
    }

    default R visitPlaceholder(Syntax.Placeholder syntax) {
        return visitOther(syntax);
    }

    default R visitPath(Syntax.Path syntax) {
        return visitOther(syntax);
    }

    default R visitFilter(Syntax.Filter syntax) {
        return visitOther(syntax);
    }

    default R visitKeepArray(Syntax.KeepArray syntax) {
        return visitOther(syntax);
    }

    default R visitGroupBy(Syntax.GroupBy syntax) {
        return visitOther(syntax);
    }

    default R visitSort(Syntax.Sort syntax) {
        return visitOther(syntax);
    }

    default R visitFocusBinding(Syntax.FocusBinding syntax) {
        return visitOther(syntax);
    }

    default R visitIndexBinding(Syntax.IndexBinding syntax) {
        return visitOther(syntax);
    }

    default R visitBinary(Syntax.Binary syntax) {
        return visitOther(syntax);
    }

    default R visitNegation(Syntax.Negation syntax) {
        return visitOther(syntax);
    }

    default R visitConditional(Syntax.Conditional syntax) {
        return visitOther(syntax);
    }

    default R visitCoalesce(Syntax.Coalesce syntax) {
        return visitOther(syntax);
    }

    default R visitElvis(Syntax.Elvis syntax) {
        return visitOther(syntax);
    }

    default R visitBinding(Syntax.Binding syntax) {
        return visitOther(syntax);
    }

    default R visitApply(Syntax.Apply syntax) {
        return visitOther(syntax);
    }

    default R visitRange(Syntax.Range syntax) {
        return visitOther(syntax);
    }

    default R visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        return visitOther(syntax);
    }

    default R visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        return visitOther(syntax);
    }

    default R visitBlock(Syntax.Block syntax) {
        return visitOther(syntax);
    }

    default R visitCall(Syntax.Call syntax) {
        return visitOther(syntax);
    }

    default R visitPartialCall(Syntax.PartialCall syntax) {
        return visitOther(syntax);
    }

    default R visitLambda(Syntax.Lambda syntax) {
        return visitOther(syntax);
    }

    default R visitTransform(Syntax.Transform syntax) {
        return visitOther(syntax);
    }
}
