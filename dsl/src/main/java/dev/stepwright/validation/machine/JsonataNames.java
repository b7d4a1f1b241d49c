package dev.stepwright.validation.machine;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables and functions that an expression takes from outside.
 *
 * @param places the names of variables that it reads and does not bind itself, without {@code $}, those that it calls included, and at which
 *     character each stands first
 * @param called the names that it calls
 */
public record JsonataNames(Map<String, Integer> places, Set<String> called) {
    /** The functions of JSONata 2, and those that Step Functions adds. */
    public static final Set<String> FUNCTIONS = Set.of(
            ("string length substring substringBefore substringAfter lowercase uppercase trim pad match contains replace split join "
                            + "formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean not "
                            + "exists map zip filter single reduce sift keys lookup append spread merge reverse each error assert type sort "
                            + "distinct shuffle base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis "
                            + "fromMillis clone now millis sum count max min average eval partition range hash uuid parse")
                    .split(" "));

    public static JsonataNames of(Syntax syntax) {
        Set<String> bound = new LinkedHashSet<>();
        JsonataNames names = new JsonataNames(new LinkedHashMap<>(), new LinkedHashSet<>());
        names.collect(syntax, bound);
        names.read().removeAll(bound);
        names.called.removeAll(bound);
        return names;
    }

    /** Returns the names of variables that it reads. */
    public Set<String> read() {
        return places.keySet();
    }

    /** A name that is bound anywhere in the expression counts as its own everywhere. */
    private void collect(Syntax syntax, Set<String> bound) {
        if (syntax instanceof Syntax.Variable variable) {
            if (!variable.name().isEmpty() && !variable.name().equals("$")) {
                places.putIfAbsent(variable.name(), variable.span().start());
            }
        } else if (syntax instanceof Syntax.Binding binding) {
            bound.add(binding.variable());
        } else if (syntax instanceof Syntax.FocusBinding binding) {
            bound.add(binding.variable());
        } else if (syntax instanceof Syntax.IndexBinding binding) {
            bound.add(binding.variable());
        } else if (syntax instanceof Syntax.Lambda lambda) {
            bound.addAll(lambda.parameters());
        } else if (procedure(syntax) instanceof Syntax.Variable variable) {
            called.add(variable.name());
        }
        List<Syntax> children = syntax.children();
        children.forEach(child -> collect(child, bound));
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
