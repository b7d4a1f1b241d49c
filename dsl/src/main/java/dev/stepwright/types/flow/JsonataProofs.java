package dev.stepwright.types.flow;

import dev.stepwright.expression.PathStep;
import dev.stepwright.jsonata.syntax.BinaryOperator;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.jsonpath.Fact;
import dev.stepwright.types.jsonpath.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the outcome of a JSONata condition proves: that paths into the input or a variable lead to something. */
final class JsonataProofs {
    private static final Set<BinaryOperator> COMPARING = Set.of(
            BinaryOperator.EQUAL,
            BinaryOperator.LESS,
            BinaryOperator.LESS_OR_EQUAL,
            BinaryOperator.GREATER,
            BinaryOperator.GREATER_OR_EQUAL,
            BinaryOperator.IN);

    private JsonataProofs() {}

    /** Returns the entry in which a condition has the outcome. */
    static Entry apply(Syntax condition, boolean outcome, Entry entry) {
        Set<Fact> facts = new HashSet<>();
        prove(condition, outcome, facts);
        Frame frame = new Frame(entry.input(), entry.variables(), entry.context(), null);
        Frame refined = Fact.apply(facts, frame);
        return new Entry(refined.input(), refined.variables(), entry.context());
    }

    private static void prove(Syntax condition, boolean outcome, Set<Fact> facts) {
        if (condition instanceof Syntax.Block block && block.expressions().size() == 1) {
            prove(block.expressions().get(0), outcome, facts);
        } else if (condition instanceof Syntax.Call call && call.arguments().size() == 1) {
            proveCall(call, outcome, facts);
        } else if (condition instanceof Syntax.Binary binary) {
            proveBinary(binary, outcome, facts);
        } else if (outcome) {
            leads(condition, facts);
        }
    }

    private static void proveCall(Syntax.Call call, boolean outcome, Set<Fact> facts) {
        Syntax argument = call.arguments().get(0);
        if (isNamed(call, "not")) {
            prove(argument, !outcome, facts);
        } else if (isNamed(call, "boolean")) {
            prove(argument, outcome, facts);
        } else if (isNamed(call, "exists") && outcome) {
            leads(argument, facts);
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
        } else if (outcome && COMPARING.contains(operator)) {
            leads(binary.left(), facts);
            leads(binary.right(), facts);
        }
    }

    /** What is undefined is neither equal to anything nor true, so a path here leads to something. */
    private static void leads(Syntax syntax, Set<Fact> facts) {
        if (!(syntax instanceof Syntax.Path path) || !(path.steps().get(0) instanceof Syntax.Variable root)) {
            return;
        }
        List<PathStep> names = new ArrayList<>();
        for (Syntax step : path.steps().subList(1, path.steps().size())) {
            if (!(step instanceof Syntax.Name name)) {
                return;
            }
            names.add(new PathStep.Name(name.name()));
        }
        boolean states = root.name().equals("states");
        if (!states) {
            facts.add(new Fact(root.name(), names, false));
        } else if (names.get(0).equals(new PathStep.Name("input"))) {
            facts.add(new Fact("", names.subList(1, names.size()), false));
        }
    }
}
