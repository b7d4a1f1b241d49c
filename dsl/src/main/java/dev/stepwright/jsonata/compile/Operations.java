package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Arithmetic;
import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.Comparison;
import dev.stepwright.jsonata.code.Concatenation;
import dev.stepwright.jsonata.code.Logic;
import dev.stepwright.jsonata.code.Sameness;
import dev.stepwright.jsonata.syntax.BinaryOperator;
import dev.stepwright.jsonata.syntax.Syntax;
import java.util.function.IntFunction;

/** The code of an operator between two values, calculated at once where both are constant. */
final class Operations {
    private Operations() {}

    static Code of(Syntax.Binary syntax, IntFunction<Code> operand, Part part) {
        Code left = operand.apply(0);
        Code right = operand.apply(1);
        return Folding.fold(code(syntax, left, right, part), left, right);
    }

    private static Code code(Syntax.Binary syntax, Code left, Code right, Part part) {
        BinaryOperator operator = syntax.operator();
        int position = syntax.span().start();
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> new Arithmetic(operator, left, right, position);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> new Comparison(operator, left, right, position);
            case EQUAL -> new Sameness(Sameness.Kind.EQUAL, left, right);
            case NOT_EQUAL -> new Sameness(Sameness.Kind.NOT_EQUAL, left, right);
            case IN -> new Sameness(Sameness.Kind.IN, left, right);
            case AND -> new Logic(false, left, right);
            case OR -> new Logic(true, left, right);
            case CONCATENATE -> concatenation(left, right, isBare(part.parts.get(0)));
        };
    }

    private static boolean isBare(Part part) {
        return part.predicates.isEmpty() && part.group == null && !part.keepArray;
    }

    private static Code concatenation(Code left, Code right, boolean bare) {
        return left instanceof Concatenation chain && bare
                ? chain.with(right)
                : new Concatenation(new Code[] {left, right});
    }
}
