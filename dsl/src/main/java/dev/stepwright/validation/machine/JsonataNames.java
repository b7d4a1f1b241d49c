package dev.stepwright.validation.machine;

import dev.stepwright.jsonata.analysis.BoundVariables;
import dev.stepwright.jsonata.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The variables and functions that an expression takes from outside.
 *
 * @param places the names of variables that it reads and does not bind itself, without {@code $}, those that it calls included, and at which
 *     character each stands first
 * @param called the names that it calls
 * @param values those that it reads where a function is of no use: beside an operator, before a name, or as the result or a part of it, which is
 *     JSON; and at which character each first does
 */
public record JsonataNames(Map<String, Integer> places, Set<String> called, Map<String, Integer> values) {
    /** The functions of JSONata 2, and those that Step Functions adds. */
    public static final Set<String> FUNCTIONS = Set.of(
            ("string length substring substringBefore substringAfter lowercase uppercase trim pad match contains replace split join "
                            + "formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean not "
                            + "exists map zip filter single reduce sift keys lookup append spread merge reverse each error assert type sort "
                            + "distinct shuffle base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis "
                            + "fromMillis clone now millis sum count max min average eval partition range hash uuid parse")
                    .split(" "));

    public static JsonataNames of(Syntax syntax) {
        JsonataNames names = new JsonataNames(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
        names.collect(syntax);
        addResult(syntax, names.values);
        Set<String> bound = BoundVariables.of(syntax);
        names.read().removeAll(bound);
        names.called.removeAll(bound);
        names.values.keySet().removeAll(bound);
        return names;
    }

    /** Returns the names of variables that it reads. */
    public Set<String> read() {
        return places.keySet();
    }

    /**
     * Returns the names that stand for variables which states assign, and at which character each stands first. The name of a function is
     * one where a function is of no use.
     */
    public Map<String, Integer> variables() {
        Map<String, Integer> variables = new LinkedHashMap<>(places);
        variables.keySet().removeAll(called);
        variables.keySet().removeAll(FUNCTIONS);
        values.forEach(variables::putIfAbsent);
        variables.remove("states");
        return variables;
    }

    private void collect(Syntax syntax) {
        if (syntax instanceof Syntax.Variable) {
            addName(syntax, places);
        } else if (procedure(syntax) instanceof Syntax.Variable variable) {
            called.add(variable.name());
        } else if (syntax instanceof Syntax.Binary || syntax instanceof Syntax.Negation) {
            syntax.children().forEach(operand -> addName(operand, values));
        } else if (syntax instanceof Syntax.Path path && path.steps().size() > 1) {
            addName(path.steps().get(0), values);
        }
        syntax.children().forEach(this::collect);
    }

    /** Adds the names of variables that the expression gives. */
    private static void addResult(Syntax syntax, Map<String, Integer> names) {
        addName(syntax, names);
        if (syntax instanceof Syntax.Block block && !block.expressions().isEmpty()) {
            addResult(block.expressions().get(block.expressions().size() - 1), names);
        } else if (syntax instanceof Syntax.Conditional conditional) {
            addResult(conditional.then(), names);
            if (conditional.otherwise() != null) {
                addResult(conditional.otherwise(), names);
            }
        } else if (syntax instanceof Syntax.ArrayConstructor array) {
            array.items().forEach(item -> addResult(item, names));
        } else if (syntax instanceof Syntax.ObjectConstructor object) {
            object.pairs().forEach(pair -> addResult(pair.value(), names));
        }
    }

    /** Adds the name of a variable that is neither the context nor the input. */
    private static void addName(Syntax syntax, Map<String, Integer> names) {
        if (syntax instanceof Syntax.Variable variable
                && !variable.name().isEmpty()
                && !variable.name().equals("$")) {
            names.putIfAbsent(variable.name(), variable.span().start());
        }
    }

    private static Syntax procedure(Syntax syntax) {
        if (syntax instanceof Syntax.Call call) {
            return call.procedure();
        }
        return syntax instanceof Syntax.PartialCall call ? call.procedure() : syntax;
    }

    /** Returns what the predicates and the like of a step stand behind. */
    public static Syntax base(Syntax step) {
        if (step instanceof Syntax.Filter
                || step instanceof Syntax.KeepArray
                || step instanceof Syntax.Sort
                || step instanceof Syntax.GroupBy
                || step instanceof Syntax.FocusBinding
                || step instanceof Syntax.IndexBinding) {
            return base(step.children().get(0));
        }
        return step;
    }
}
