package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Span;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxVisitor;
import java.util.List;

/** Turns a tree into parts and reports what the grammar alone does not rule out. */
final class Lowering implements SyntaxVisitor<Part> {
    private final ProblemList problems;
    private final Ancestry ancestry;

    Lowering(ProblemList problems) {
        this.problems = problems;
        this.ancestry = new Ancestry(problems);
    }

    /** Returns the parts of a whole expression. */
    static Part lower(Syntax syntax, ProblemList problems) {
        Part part = syntax.accept(new Lowering(problems));
        if (part.kind == Part.Kind.PARENT || part.seeking != null) {
            problems.add(JsonataException.of("S0217"), syntax.span(), "%", null);
        }
        return part;
    }

    private Part lower(Syntax syntax) {
        return syntax.accept(this);
    }

    private void problem(String code, Span span, String found) {
        problems.add(JsonataException.of(code, found), span, found, null);
    }

    /** Everything that has no rules of its own: operands are lowered, and what they seek is sought further out. */
    @Override
    public Part visitOther(Syntax syntax) {
        return operation(Part.Kind.OTHER, syntax);
    }

    private Part operation(Part.Kind kind, Syntax syntax) {
        Part part = new Part(kind, syntax);
        for (Syntax child : syntax.children()) {
            Part operand = lower(child);
            part.seekWith(operand);
            part.parts.add(operand);
        }
        return part;
    }

    @Override
    public Part visitName(Syntax.Name syntax) {
        return Part.pathOf(new Part(Part.Kind.NAME, syntax));
    }

    @Override
    public Part visitStringLiteral(Syntax.StringLiteral syntax) {
        return new Part(Part.Kind.STRING, syntax);
    }

    @Override
    public Part visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return new Part(Part.Kind.VALUE, syntax);
    }

    @Override
    public Part visitConstant(Syntax.Constant syntax) {
        return new Part(Part.Kind.VALUE, syntax);
    }

    @Override
    public Part visitVariable(Syntax.Variable syntax) {
        return new Part(Part.Kind.VARIABLE, syntax);
    }

    @Override
    public Part visitWildcard(Syntax.Wildcard syntax) {
        return new Part(Part.Kind.LEAF, syntax);
    }

    @Override
    public Part visitParent(Syntax.Parent syntax) {
        Part parent = new Part(Part.Kind.PARENT, syntax);
        parent.slot = ancestry.newSlot();
        return parent;
    }

    @Override
    public Part visitPath(Syntax.Path syntax) {
        Part path = lower(syntax.steps().get(0));
        for (Syntax step : syntax.steps().subList(1, syntax.steps().size())) {
            path = join(path, step);
        }
        return path;
    }

    private Part join(Part left, Syntax right) {
        Part path = left;
        if (left.kind != Part.Kind.PATH) {
            path = Part.pathOf(left);
            if (left.kind == Part.Kind.PARENT) {
                path.seekWith(left);
            }
        }
        Part rest = lower(right);
        if (rest.kind == Part.Kind.PATH) {
            path.parts.addAll(rest.parts);
        } else {
            rest.predicates.forEach(predicate -> rest.stages.add(new Part.Stage(predicate, null)));
            rest.predicates.clear();
            path.parts.add(rest);
        }
        checkSteps(path);
        markArrays(path.parts.get(0));
        markArrays(path.last());
        ancestry.ofLastStep(path);
        return path;
    }

    private void checkSteps(Part path) {
        for (Part step : path.parts) {
            if (step.kind == Part.Kind.VALUE) {
                problem("S0213", step.syntax.span(), step.syntax.text());
            }
            if (step.kind == Part.Kind.STRING) {
                step.kind = Part.Kind.NAME;
            }
            path.keepSingleton |= step.keepArray;
        }
    }

    private static void markArrays(Part step) {
        step.oneItem |= step.kind == Part.Kind.ARRAY;
    }

    @Override
    public Part visitFilter(Syntax.Filter syntax) {
        Part result = lower(syntax.base());
        Part step = result.step();
        if (step.group != null) {
            problem("S0209", syntax.span(), "[");
        }
        Part predicate = lower(syntax.predicate());
        ancestry.ofPredicate(step, predicate);
        if (result.kind == Part.Kind.PATH) {
            step.stages.add(new Part.Stage(predicate, null));
        } else {
            step.predicates.add(predicate);
        }
        return result;
    }

    @Override
    public Part visitKeepArray(Syntax.KeepArray syntax) {
        Part result = lower(syntax.base());
        Syntax base = syntax.base();
        while (base instanceof Syntax.Filter || base instanceof Syntax.KeepArray) {
            base = base.children().get(0);
        }
        result.keepArray = true;
        if (base instanceof Syntax.Name) {
            result.keepSingleton = true;
            result.step().keepArray = true;
        } else if (base instanceof Syntax.FocusBinding) {
            result.step().keepArray = true;
        }
        return result;
    }

    @Override
    public Part visitGroupBy(Syntax.GroupBy syntax) {
        Part result = lower(syntax.base());
        if (result.group != null) {
            problem("S0210", syntax.span(), "{");
        }
        result.group = pairs(syntax.pairs());
        result.groupPosition = syntax.span().start();
        return result;
    }

    private List<Part.Pair> pairs(List<Syntax.Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Part.Pair(lower(pair.key()), lower(pair.value())))
                .toList();
    }

    @Override
    public Part visitSort(Syntax.Sort syntax) {
        Part base = lower(syntax.base());
        Part path = base.kind == Part.Kind.PATH ? base : Part.pathOf(base);
        Part sort = new Part(Part.Kind.SORT, syntax);
        for (Syntax.SortTerm term : syntax.terms()) {
            Part expression = lower(term.expression());
            sort.seekWith(expression);
            sort.terms.add(new Part.Term(expression, term.descending()));
        }
        path.parts.add(sort);
        ancestry.ofLastStep(path);
        return path;
    }

    @Override
    public Part visitFocusBinding(Syntax.FocusBinding syntax) {
        Part result = lower(syntax.base());
        Part step = result.step();
        if (!step.stages.isEmpty() || !step.predicates.isEmpty()) {
            problem("S0215", syntax.span(), "@");
        }
        if (step.kind == Part.Kind.SORT) {
            problem("S0216", syntax.span(), "@");
        }
        step.focus = syntax.variable();
        step.tuple = true;
        return result;
    }

    @Override
    public Part visitIndexBinding(Syntax.IndexBinding syntax) {
        Part result = lower(syntax.base());
        Part step = result.step();
        if (result.kind != Part.Kind.PATH) {
            result = Part.pathOf(step);
            step.predicates.forEach(predicate -> step.stages.add(new Part.Stage(predicate, null)));
            step.predicates.clear();
        }
        if (step.stages.isEmpty()) {
            step.index = syntax.variable();
        } else {
            step.stages.add(new Part.Stage(null, syntax.variable()));
        }
        step.tuple = true;
        return result;
    }

    @Override
    public Part visitNegation(Syntax.Negation syntax) {
        Part operand = lower(syntax.operand());
        if (operand.kind == Part.Kind.VALUE && operand.syntax instanceof Syntax.NumberLiteral number) {
            // Minus is part of the number, what stands behind it in brackets applies to that.
            Part negative = new Part(Part.Kind.VALUE, new Syntax.Negation(number, syntax.span()));
            negative.predicates.addAll(operand.predicates);
            negative.keepArray = operand.keepArray;
            return negative;
        }
        Part part = new Part(Part.Kind.OTHER, syntax);
        part.seekWith(operand);
        part.parts.add(operand);
        return part;
    }

    @Override
    public Part visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        return operation(Part.Kind.ARRAY, syntax);
    }

    @Override
    public Part visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        Part part = new Part(Part.Kind.OTHER, syntax);
        for (Part.Pair pair : pairs(syntax.pairs())) {
            part.seekWith(pair.key());
            part.seekWith(pair.value());
            part.pairs.add(pair);
        }
        return part;
    }

    @Override
    public Part visitBlock(Syntax.Block syntax) {
        Part block = operation(Part.Kind.BLOCK, syntax);
        for (Part part : block.parts) {
            boolean array = part.oneItem || part.kind == Part.Kind.PATH && part.parts.get(0).oneItem;
            block.oneItem |= array;
        }
        return block;
    }

    @Override
    public Part visitCall(Syntax.Call syntax) {
        return call(syntax, syntax.arguments());
    }

    @Override
    public Part visitPartialCall(Syntax.PartialCall syntax) {
        return call(syntax, syntax.arguments());
    }

    /** The procedure comes first among the parts; parents are sought only from the arguments. */
    private Part call(Syntax syntax, List<Syntax> arguments) {
        Part part = new Part(Part.Kind.OTHER, syntax);
        part.parts.add(lower(syntax.children().get(0)));
        for (Syntax argument : arguments) {
            Part lowered = lower(argument);
            part.seekWith(lowered);
            part.parts.add(lowered);
        }
        return part;
    }

    @Override
    public Part visitApply(Syntax.Apply syntax) {
        Part part = new Part(Part.Kind.OTHER, syntax);
        part.parts.add(lower(syntax.left()));
        part.parts.add(lower(syntax.right()));
        part.keepArray = part.parts.get(0).keepArray || part.parts.get(1).keepArray;
        return part;
    }

    @Override
    public Part visitLambda(Syntax.Lambda syntax) {
        return alone(syntax);
    }

    @Override
    public Part visitTransform(Syntax.Transform syntax) {
        return alone(syntax);
    }

    /** What stands in a function of its own finds no parents outside of it. */
    private Part alone(Syntax syntax) {
        Part part = new Part(Part.Kind.OTHER, syntax);
        syntax.children().forEach(child -> part.parts.add(lower(child)));
        return part;
    }
}
