package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.analysis.BoundVariables;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxVisitor;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at an expression part by part. Of what is not followed (wildcards, groups, parents, transforms) nothing is known. */
public final class Evaluation implements SyntaxVisitor<Given> {
    private final Sight sight;

    private Evaluation(Sight sight) {
        this.sight = sight;
    }

    /** Returns what an expression gives. */
    public static Given of(Syntax expression, Surroundings surroundings, Listener listener) {
        return of(
                expression,
                new Sight(
                        surroundings, BoundVariables.of(expression), Map.of(), Given.ANY, listener, true, false, true));
    }

    static Given of(Syntax part, Sight sight) {
        return part.accept(new Evaluation(sight));
    }

    @Override
    public Given visitOther(Syntax syntax) {
        return Given.ANY;
    }

    @Override
    public Given visitStringLiteral(Syntax.StringLiteral syntax) {
        return Given.of(Value.scalar(Kind.STRING));
    }

    @Override
    public Given visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return Given.of(Literals.value(syntax.value()));
    }

    @Override
    public Given visitConstant(Syntax.Constant syntax) {
        return Given.of(Literals.value(syntax.value()));
    }

    @Override
    public Given visitVariable(Syntax.Variable syntax) {
        return sight.used(sight.variable(syntax));
    }

    @Override
    public Given visitName(Syntax.Name syntax) {
        return sight.used(new Steps(sight).ofContext(syntax));
    }

    @Override
    public Given visitPath(Syntax.Path syntax) {
        return sight.used(new Steps(sight).path(syntax.steps()));
    }

    @Override
    public Given visitFilter(Syntax.Filter syntax) {
        return new Steps(sight).filtered(of(syntax.base(), sight).called(syntax.base()), syntax.predicate());
    }

    @Override
    public Given visitKeepArray(Syntax.KeepArray syntax) {
        Given base = of(syntax.base(), sight);
        boolean isPath = syntax.base() instanceof Syntax.Path || syntax.base() instanceof Syntax.Name;
        return base.withValue(isPath ? Value.arrayOf(Sequences.one(base.value())) : Sequences.many(base.value()));
    }

    @Override
    public Given visitSort(Syntax.Sort syntax) {
        Given base = of(syntax.base(), sight);
        Sight each = sight.inContext(Sequences.element(base.value()));
        syntax.terms().forEach(term -> each.swallow(of(term.expression(), each)));
        return base.orUndefined(Sequences.many(base.value()));
    }

    @Override
    public Given visitGroupBy(Syntax.GroupBy syntax) {
        sight.swallow(of(syntax.base(), sight.perhaps()));
        return Given.ANY;
    }

    @Override
    public Given visitFocusBinding(Syntax.FocusBinding syntax) {
        return of(syntax.base(), sight.perhaps()).orUndefined(Value.ANY);
    }

    @Override
    public Given visitIndexBinding(Syntax.IndexBinding syntax) {
        return of(syntax.base(), sight);
    }

    @Override
    public Given visitBinary(Syntax.Binary syntax) {
        return new Operators(sight).binary(syntax);
    }

    @Override
    public Given visitNegation(Syntax.Negation syntax) {
        return new Operators(sight).negation(syntax);
    }

    @Override
    public Given visitConditional(Syntax.Conditional syntax) {
        return new Operators(sight).conditional(syntax);
    }

    @Override
    public Given visitCoalesce(Syntax.Coalesce syntax) {
        return new Operators(sight).either(syntax.left(), syntax.right());
    }

    @Override
    public Given visitElvis(Syntax.Elvis syntax) {
        return new Operators(sight).either(syntax.left(), syntax.right());
    }

    @Override
    public Given visitBinding(Syntax.Binding syntax) {
        return of(syntax.value(), sight);
    }

    @Override
    public Given visitBlock(Syntax.Block syntax) {
        Map<String, Given> locals = new HashMap<>();
        Given last = Given.ANY;
        List<Syntax> expressions = syntax.expressions();
        for (Syntax expression : expressions) {
            boolean isResult = expression == expressions.get(expressions.size() - 1);
            last = of(expression, (isResult ? sight : sight.perhaps()).withLocals(locals));
            forget(expression, locals);
            if (expression instanceof Syntax.Binding binding) {
                locals.put(binding.variable(), last);
            }
        }
        return last;
    }

    /** Of a variable that is bound anew in a part, which need not be evaluated, nothing is known any more. */
    private void forget(Syntax expression, Map<String, Given> locals) {
        for (String name : BoundVariables.of(expression)) {
            if (locals.containsKey(name) || sight.locals().containsKey(name)) {
                locals.put(name, Given.ANY);
            }
        }
    }

    @Override
    public Given visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        return Constructors.array(syntax, sight);
    }

    @Override
    public Given visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        return Constructors.object(syntax, sight);
    }

    @Override
    public Given visitCall(Syntax.Call syntax) {
        return Calls.of(syntax, syntax.arguments(), sight);
    }

    @Override
    public Given visitPartialCall(Syntax.PartialCall syntax) {
        syntax.arguments().forEach(argument -> sight.swallow(of(argument, sight.perhaps())));
        return Given.ANY;
    }

    @Override
    public Given visitApply(Syntax.Apply syntax) {
        if (syntax.right() instanceof Syntax.Call call) {
            List<Syntax> arguments = new ArrayList<>(call.arguments());
            arguments.add(0, syntax.left());
            return Calls.of(call, arguments, sight);
        }
        sight.swallow(of(syntax.left(), sight.perhaps()));
        of(syntax.right(), sight.perhaps());
        return Given.ANY;
    }

    @Override
    public Given visitLambda(Syntax.Lambda syntax) {
        Calls.body(syntax, List.of(), sight);
        return Given.ANY;
    }
}
