package dev.stepwright.types.flow;

import dev.stepwright.expression.PathStep;
import dev.stepwright.jsonata.syntax.BinaryOperator;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.jsonpath.Fact;
import dev.stepwright.types.jsonpath.Fact.There;
import dev.stepwright.types.jsonpath.Frame;
import dev.stepwright.types.jsonpath.Selecting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the outcome of a JSONata condition proves: that paths into the input or a variable lead to something. */
final class JsonataProofs {
    /** With null they fail. */
    private static final Set<BinaryOperator> ORDERING = Set.of(
            BinaryOperator.LESS, BinaryOperator.LESS_OR_EQUAL, BinaryOperator.GREATER, BinaryOperator.GREATER_OR_EQUAL);

    private JsonataProofs() {}

    /** Returns the entry in which a condition has the outcome. */
    static Entry apply(Syntax condition, boolean outcome, Entry entry) {
        Set<Fact> facts = new HashSet<>();
        prove(condition, outcome, facts);
        Frame frame = new Frame(entry.input(), entry.variables(), entry.context(), null);
        Frame refined = Fact.apply(facts, picks(condition, outcome, frame) ? frame.pickedOut() : frame);
        return new Entry(refined.input(), refined.variables(), entry.context());
    }

    /** Whether only some of the ways to the state may lead to the outcome. */
    private static boolean picks(Syntax condition, boolean outcome, Frame frame) {
        if (condition instanceof Syntax.Call call && call.arguments().size() == 1) {
            Syntax argument = call.arguments().get(0);
            if (isNamed(call, "not")) {
                return picks(argument, !outcome, frame);
            }
            if (isNamed(call, "exists")) {
                return selecting(argument, frame)
                        .filter(path -> outcome ? path.whenPresent() : path.whenAbsent())
                        .isPresent();
            }
        }
        return selecting(condition, frame).filter(Selecting::whenCompared).isPresent()
                || condition.children().stream().anyMatch(part -> picks(part, outcome, frame));
    }

    private static Optional<Selecting> selecting(Syntax path, Frame frame) {
        Set<Fact> facts = new HashSet<>();
        about(path, There.YES, false, facts);
        return facts.stream().findFirst().map(fact -> Selecting.of(fact.variable(), fact.steps(), frame));
    }

    private static void prove(Syntax condition, boolean outcome, Set<Fact> facts) {
        if (condition instanceof Syntax.Block block && block.expressions().size() == 1) {
            prove(block.expressions().get(0), outcome, facts);
        } else if (condition instanceof Syntax.Call call && call.arguments().size() == 1) {
            proveCall(call, outcome, facts);
        } else if (condition instanceof Syntax.Binary binary) {
            proveBinary(binary, outcome, facts);
        } else if (outcome) {
            about(condition, There.YES, true, facts);
        }
    }

    private static void proveCall(Syntax.Call call, boolean outcome, Set<Fact> facts) {
        Syntax argument = call.arguments().get(0);
        if (isNamed(call, "not")) {
            prove(argument, !outcome, facts);
        } else if (isNamed(call, "boolean")) {
            prove(argument, outcome, facts);
        } else if (isNamed(call, "exists")) {
            about(argument, outcome ? There.YES : There.NO, false, facts);
        }
    }

    private static boolean isNamed(Syntax.Call call, String name) {
        return call.procedure() instanceof Syntax.Variable variable
                && variable.name().equals(name);
    }

    /** Both sides of an "and" that holds do hold; both of an "or" that does not hold do not. */
    private static void proveBinary(Syntax.Binary binary, boolean outcome, Set<Fact> facts) {
        BinaryOperator operator = binary.operator();
        boolean both = operator == BinaryOperator.AND && outcome || operator == BinaryOperator.OR && !outcome;
        if (both) {
            prove(binary.left(), outcome, facts);
            prove(binary.right(), outcome, facts);
        } else {
            compared(binary, binary.left(), binary.right(), outcome, facts);
            compared(binary, binary.right(), binary.left(), outcome, facts);
        }
    }

    /** What is undefined is neither equal nor unequal to anything, nor less or more. */
    private static void compared(Syntax.Binary binary, Syntax side, Syntax other, boolean outcome, Set<Fact> facts) {
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.EQUAL) {
            if (outcome) {
                about(side, There.YES, isNotNull(other), facts);
                ofType(side, other, facts);
            } else {
                about(side, There.UNKNOWN, isNull(other), facts);
            }
        } else if (outcome && operator == BinaryOperator.NOT_EQUAL) {
            about(side, There.YES, isNull(other), facts);
        } else if (outcome && (ORDERING.contains(operator) || operator == BinaryOperator.IN)) {
            about(side, There.YES, operator != BinaryOperator.IN, facts);
        }
    }

    /** {@code $type(x) = 'string'} says that x is there, and that it is not null. */
    private static void ofType(Syntax side, Syntax type, Set<Fact> facts) {
        if (side instanceof Syntax.Call call
                && isNamed(call, "type")
                && call.arguments().size() == 1
                && type instanceof Syntax.StringLiteral literal) {
            about(call.arguments().get(0), There.YES, !literal.value().equals("null"), facts);
        }
    }

    private static boolean isNull(Syntax syntax) {
        return syntax instanceof Syntax.Constant constant && constant.value().isNull();
    }

    private static boolean isNotNull(Syntax syntax) {
        return syntax instanceof Syntax.StringLiteral
                || syntax instanceof Syntax.NumberLiteral
                || syntax instanceof Syntax.Constant && !isNull(syntax);
    }

    /** Notes what is proved of a path of names into the input or a variable. */
    private static void about(Syntax syntax, There there, boolean notNull, Set<Fact> facts) {
        if (there == There.UNKNOWN && !notNull) {
            return;
        }
        List<Syntax> steps = syntax instanceof Syntax.Path path ? path.steps() : List.of(syntax);
        List<PathStep> names = new ArrayList<>();
        for (Syntax step : steps.subList(1, steps.size())) {
            if (!(step instanceof Syntax.Name name)) {
                return;
            }
            names.add(new PathStep.Name(name.name()));
        }
        if (!(steps.get(0) instanceof Syntax.Variable root) || root.name().isEmpty()) {
            return;
        }
        if (!root.name().equals("states")) {
            facts.add(new Fact(root.name(), names, there, notNull, true));
        } else if (!names.isEmpty() && names.get(0).equals(new PathStep.Name("input"))) {
            facts.add(new Fact("", names.subList(1, names.size()), there, notNull, true));
        }
    }
}
