package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import java.util.List;

/** Turns a tree into parts and reports what the grammar alone does not rule out. */
final class Lowering extends StepLowering {
    private Lowering(ProblemList problems) {
        super(problems);
    }

    /** Returns the parts of a whole expression. */
    static Part lower(Syntax syntax, ProblemList problems) {
        Part part = syntax.accept(new Lowering(problems));
        if (part.kind == Part.Kind.PARENT || part.seeking != null) {
            problems.add(JsonataException.of("S0217"), syntax.span(), "%", null);
        }
        return part;
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
