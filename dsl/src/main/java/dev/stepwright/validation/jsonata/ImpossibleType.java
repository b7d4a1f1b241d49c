package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Optional;

/** An expression always gives a value of a type that its field does not take. */
final class ImpossibleType extends Rule {
    ImpossibleType() {
        super("ASL-JNT-009", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions().stream()
                .filter(site -> site.isWholeField())
                .forEach(site -> site.syntax()
                        .flatMap(ImpossibleType::typeOf)
                        .ifPresent(type -> Fields.find(site.part().kind(), site.field())
                                .map(field -> field.name().equals("Condition") ? Shape.BOOLEAN : field.shape())
                                .filter(shape -> shape != Shape.ANY && !isPossible(shape, type))
                                .ifPresent(shape -> findings.add(at(
                                        site.pointer(),
                                        "%s must be %s, but this expression always returns %s"
                                                .formatted(site.field(), shape.noun(), type.noun()))))));
    }

    private static boolean isPossible(Shape shape, Shape type) {
        return shape == type
                || shape == Shape.INTEGER && type == Shape.NUMBER
                || shape == Shape.ITEMS && type == Shape.OBJECT;
    }

    private static Optional<Shape> typeOf(Syntax syntax) {
        if (syntax instanceof Syntax.StringLiteral) {
            return Optional.of(Shape.TEXT);
        }
        if (syntax instanceof Syntax.NumberLiteral || syntax instanceof Syntax.Negation) {
            return Optional.of(Shape.NUMBER);
        }
        if (syntax instanceof Syntax.ObjectConstructor) {
            return Optional.of(Shape.OBJECT);
        }
        if (syntax instanceof Syntax.Constant constant && constant.value().isBoolean()) {
            return Optional.of(Shape.BOOLEAN);
        }
        return syntax instanceof Syntax.Binary binary ? Optional.of(typeOf(binary)) : Optional.empty();
    }

    private static Shape typeOf(Syntax.Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> Shape.NUMBER;
            case CONCATENATE -> Shape.TEXT;
            default -> Shape.BOOLEAN;
        };
    }
}
