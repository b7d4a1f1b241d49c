package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Merge;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What calls of functions give. */
final class Calls {
    private static final Set<String> BY_ELEMENT = Set.of("map", "filter", "single", "sort", "each", "sift");
    private static final Set<String> ELEMENTS = Set.of("filter", "sort", "reverse", "shuffle", "distinct");

    private Calls() {}

    static Given of(Syntax.Call call, List<Syntax> arguments, Sight sight) {
        String name = call.procedure() instanceof Syntax.Variable variable ? variable.name() : "";
        Function function = sight.function(name);
        if (function == null) {
            Evaluation.of(call.procedure(), sight.perhaps());
            arguments.forEach(argument -> sight.swallow(Evaluation.of(argument, sight.perhaps())));
            return Given.ANY;
        }
        if (name.equals("exists")) {
            arguments.forEach(argument -> Evaluation.of(argument, sight.guarding()));
            return Given.of(function.result());
        }
        return name.equals("merge") ? merged(arguments, sight) : called(name, function, arguments, sight);
    }

    private static Given called(String name, Function function, List<Syntax> arguments, Sight sight) {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            given.add(argument(name, arguments.get(i), given, i == 0 && function.isStrict() ? sight : sight.perhaps()));
        }
        for (int i = 0; i < given.size(); i++) {
            if (i > 0 || !function.isStrict()) {
                sight.swallow(given.get(i));
            }
        }
        if (!given.isEmpty() && !given.get(0).isUndefined()) {
            Given each = Sequences.each(given.get(0));
            String which = given.size() == 1 ? "the argument of $" : "the first argument of $";
            sight.needs(each, function.need(), arguments.get(0), which + name);
            sight.uses(given.get(0).value(), function.use());
        }
        if (name.equals("append") && given.size() == 2) {
            return Sequences.appended(given.get(0), given.get(1));
        }
        Gap gap = function.isStrict() && !given.isEmpty() ? given.get(0).gap() : null;
        boolean defined = function.isTotal() && given.stream().allMatch(Given::defined);
        return new Given(result(name, function, given), gap, "", defined);
    }

    /** A function that is written out as an argument gets the elements of the argument before it. */
    private static Given argument(String name, Syntax argument, List<Given> before, Sight sight) {
        if (before.size() == 1 && BY_ELEMENT.contains(name) && argument instanceof Syntax.Lambda lambda) {
            Value element = Sequences.element(before.get(0).value());
            boolean known = !name.equals("each")
                    && !name.equals("sift")
                    && !before.get(0).isUndefined();
            Value first = known ? element : Value.ANY;
            List<Value> parameters = name.equals("sort") ? List.of(first, first) : List.of(first);
            return Given.of(sight.swallow(body(lambda, parameters, sight)));
        }
        return Evaluation.of(argument, sight);
    }

    /** Looks at the body of a function whose first arguments are known; of the others nothing is. */
    static Given body(Syntax.Lambda lambda, List<Value> arguments, Sight sight) {
        Map<String, Given> parameters = new HashMap<>();
        for (int i = 0; i < lambda.parameters().size(); i++) {
            parameters.put(lambda.parameters().get(i), i < arguments.size() ? Given.of(arguments.get(i)) : Given.ANY);
        }
        return Evaluation.of(lambda.body(), sight.withParameters(parameters));
    }

    private static Value result(String name, Function function, List<Given> given) {
        if (given.isEmpty()) {
            return function.result();
        }
        Value first = given.get(0).value();
        if (ELEMENTS.contains(name)) {
            return Sequences.many(first);
        }
        if (name.equals("map") && given.size() == 2) {
            return Sequences.some(given.get(1).value());
        }
        return name.equals("single") ? Sequences.one(first) : function.result();
    }

    private static Given merged(List<Syntax> arguments, Sight sight) {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof Syntax.ArrayConstructor parts)) {
            arguments.forEach(argument -> sight.swallow(Evaluation.of(argument, sight.perhaps())));
            return Given.ANY;
        }
        Value merged = Value.EMPTY_OBJECT;
        for (Syntax part : parts.items()) {
            Given given = Evaluation.of(part, sight.perhaps());
            Value value = sight.swallow(given);
            if (value.items() != null) {
                return Given.ANY;
            }
            if (!given.isUndefined()) {
                merged = Merge.of(merged, given.defined() ? value : value.mapFields(Fields::perhaps));
            }
        }
        return Given.of(merged);
    }
}
