package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;

/** What operators give, and which of them give nothing for nothing. */
record Operators(Sight sight) {
    private static final Value NUMBER = Value.scalar(Kind.NUMBER, Kind.INTEGER);
    private static final Value STRING = Value.scalar(Kind.STRING);
    private static final Value BOOLEAN = Value.scalar(Kind.BOOLEAN);

    Given binary(Syntax.Binary syntax) {
        return switch (syntax.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(syntax);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(syntax);
            case CONCATENATE -> {
                sight.listener().uses(swallowed(syntax.left()), Need.SCALAR, false);
                sight.listener().uses(swallowed(syntax.right()), Need.SCALAR, false);
                yield Given.of(STRING);
            }
            case AND, OR -> {
                guarded(syntax.left());
                lazy(syntax.right());
                yield Given.of(BOOLEAN);
            }
            case EQUAL, NOT_EQUAL -> {
                Value left = swallowed(syntax.left());
                Value right = swallowed(syntax.right());
                alike(left, right);
                alike(right, left);
                yield Given.of(BOOLEAN);
            }
            case IN -> {
                Value left = swallowed(syntax.left());
                Value right = swallowed(syntax.right());
                sight.uses(right, Need.ARRAY);
                alike(left, Sequences.one(right));
                yield Given.of(BOOLEAN);
            }
        };
    }

    private Given operand(Syntax syntax) {
        return Evaluation.of(syntax, sight);
    }

    private Value swallowed(Syntax syntax) {
        return sight.swallow(Evaluation.of(syntax, sight.perhaps()));
    }

    private Given guarded(Syntax syntax) {
        return Evaluation.of(syntax, sight.guarding());
    }

    private Given lazy(Syntax syntax) {
        return Evaluation.of(syntax, sight.guarding().lazy());
    }

    private Given arithmetic(Syntax.Binary syntax) {
        Given left = operand(syntax.left());
        Given right = operand(syntax.right());
        number(left, syntax.left(), "the left side of " + syntax.operator().text());
        number(right, syntax.right(), "the right side of " + syntax.operator().text());
        return undefinedOr(NUMBER, left, right);
    }

    /** Numbers are compared with numbers and strings with strings; anything else fails. */
    private Given comparison(Syntax.Binary syntax) {
        Given left = operand(syntax.left());
        Given right = operand(syntax.right());
        compared(
                left,
                right.value(),
                syntax.left(),
                "the left side of " + syntax.operator().text());
        compared(
                right,
                left.value(),
                syntax.right(),
                "the right side of " + syntax.operator().text());
        return undefinedOr(BOOLEAN, left, right);
    }

    /** What is compared with scalars of one kind is probably one of them. */
    private void alike(Value value, Value other) {
        sight.uses(value, kind(other));
    }

    private static Need kind(Value value) {
        if (value.isOnly(Kind.STRING) || value.isOnly(Kind.BOOLEAN)) {
            return value.isOnly(Kind.STRING) ? Need.STRING : Need.BOOLEAN;
        }
        return value.canBeNumber() && value.join(NUMBER).equals(NUMBER) ? Need.NUMBER : Need.VALUE;
    }

    private void compared(Given operand, Value other, Syntax syntax, String what) {
        boolean isOne =
                other.isKnown() && other.items() == null && operand.value().items() == null;
        if (!isOne || operand.isUndefined()) {
            return;
        }
        alike(operand.value(), other);
        if (other.isOnly(Kind.STRING)) {
            sight.needs(operand, Need.STRING, syntax, what);
        } else if (other.canBeNumber() && !other.can(Kind.STRING)) {
            sight.needs(operand, Need.NUMBER, syntax, what);
        }
    }

    private void number(Given operand, Syntax syntax, String what) {
        number(operand, Need.NUMBER, syntax, what);
    }

    private void number(Given operand, Need need, Syntax syntax, String what) {
        sight.listener().uses(operand.value(), need, false);
        if (operand.value().items() == null && !operand.isUndefined()) {
            sight.needs(operand, need, syntax, what);
        }
    }

    /** An end that is undefined makes a range without numbers. */
    void range(Syntax.Range syntax) {
        end(syntax.from(), "the left side of ..");
        end(syntax.to(), "the right side of ..");
    }

    private void end(Syntax syntax, String what) {
        Given given = Evaluation.of(syntax, sight.perhaps());
        sight.swallow(given);
        number(given, Need.INTEGER, syntax, what);
    }

    private static Given undefinedOr(Value value, Given left, Given right) {
        Gap gap = left.gap() == null ? right.gap() : left.gap();
        return new Given(value, gap, "", left.defined() && right.defined());
    }

    Given negation(Syntax.Negation syntax) {
        Given operand = operand(syntax.operand());
        number(operand, syntax.operand(), "the operand of -");
        return operand.withValue(NUMBER);
    }

    Given conditional(Syntax.Conditional syntax) {
        guarded(syntax.condition());
        Given then = lazy(syntax.then());
        Syntax otherwise = syntax.otherwise();
        return otherwise == null ? Given.perhaps(then.value()) : oneOf(then, lazy(otherwise));
    }

    /** What is undefined is left for the other one. */
    Given either(Syntax left, Syntax right) {
        Given first = guarded(left);
        Given second = lazy(right);
        Value value = first.isUndefined() ? second.value() : first.value().join(second.value());
        return new Given(value, null, "", second.defined());
    }

    private static Given oneOf(Given one, Given two) {
        return new Given(one.value().join(two.value()), null, "", one.defined() && two.defined());
    }
}
