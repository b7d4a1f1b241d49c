package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.jsonata.FunctionLibrary;
import dev.stepwright.jsonata.FunctionLibrary.Arity;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression calls a function that JSONata and Step Functions do not have, and that it does not define, or one with more or
 * fewer arguments than it takes.
 */
final class UnknownFunction extends Rule {
    private static final Names FUNCTIONS = new Names(JsonataNames.FUNCTIONS);

    /** AWS: its own functions, and {@code $random} with a seed. */
    private static final Map<String, Arity> OF_SERVICE = Map.of(
            "partition", new Arity(0, 2),
            "range", new Arity(2, 3),
            "hash", new Arity(0, 2),
            "uuid", new Arity(0, 0),
            "random", new Arity(0, 1),
            "parse", new Arity(0, 1));

    /**
     * A call.
     *
     * @param start where the name stands
     * @param arguments how many are given
     */
    private record Called(String name, int start, int arguments) {}

    UnknownFunction() {
        super("ASL-JNT-010", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions().forEach(site -> site.syntax().ifPresent(syntax -> check(site, syntax, findings)));
    }

    private void check(JsonataSite site, Syntax syntax, Findings findings) {
        JsonataNames names = JsonataNames.of(syntax);
        List<Called> calls = new ArrayList<>();
        collect(syntax, 0, calls);
        names.called().stream()
                .filter(name -> !FUNCTIONS.contains(name))
                .forEach(name -> findings.add(unknown(site, name, calls)));
        calls.stream()
                .filter(call -> names.called().contains(call.name()))
                .flatMap(call -> problem(call).stream())
                .distinct()
                .forEach(problem -> findings.add(at(site.pointer(), problem)));
        method(syntax)
                .filter(name -> !TopLevelReference.names(syntax).containsKey(name))
                .ifPresent(name -> findings.add(at(site.pointer(), noMethod(name))));
    }

    /** A call of what can only be a field, as other languages call methods; not that of an intrinsic function. */
    private static Optional<String> method(Syntax syntax) {
        if (syntax instanceof Syntax.Call call && call.procedure() instanceof Syntax.Name name) {
            return Optional.of(name.name());
        }
        if (syntax instanceof Syntax.Path path
                && path.steps().get(0) instanceof Syntax.Name first
                && first.name().equals("States")) {
            return Optional.empty();
        }
        return syntax.children().stream()
                .flatMap(child -> method(child).stream())
                .findFirst();
    }

    static String noMethod(String name) {
        return "%s is no function, so its call fails; functions begin with $ and take all values as arguments%s"
                .formatted(name, near(name).map(", as in $%s(...)"::formatted).orElse(""));
    }

    /** Returns the function that a name without {@code $} means. */
    static Optional<String> near(String name) {
        return FUNCTIONS.contains(name) ? Optional.of(name) : FUNCTIONS.nearest(name);
    }

    private Finding unknown(JsonataSite site, String name, List<Called> calls) {
        Optional<String> near = FUNCTIONS.nearest(name);
        String instead = near.map(function -> "; did you mean $" + function + "?")
                .orElse("; call a function of JSONata or Step Functions, or define this one in the expression");
        return at(site.pointer(), "there is no function $" + name + instead)
                .mendedBy(near.flatMap(function -> calls.stream()
                        .filter(call -> call.name().equals(name))
                        .findFirst()
                        .map(call -> site.offset(call.start()))
                        .map(start -> Fix.spell(site.pointer(), start, start + 1 + name.length(), "$" + function))));
    }

    /** @param before how many arguments {@code ~>} gives */
    private static void collect(Syntax syntax, int before, List<Called> calls) {
        if (syntax instanceof Syntax.Call call && call.procedure() instanceof Syntax.Variable variable) {
            calls.add(new Called(
                    variable.name(), variable.span().start(), call.arguments().size() + before));
        }
        List<Syntax> children = syntax.children();
        for (Syntax child : children) {
            boolean isApplied = syntax instanceof Syntax.Apply apply && child == apply.right();
            collect(child, isApplied ? 1 : 0, calls);
        }
    }

    private static Optional<String> problem(Called call) {
        return Optional.ofNullable(OF_SERVICE.get(call.name()))
                .or(() -> FunctionLibrary.standard().arity(call.name()))
                .filter(arity -> call.arguments() < arity.least() || call.arguments() > arity.most())
                .map(arity -> "$%s takes %s, found %d; %s"
                        .formatted(call.name(), takes(arity), call.arguments(), remedy(arity, call.arguments())));
    }

    private static String remedy(Arity arity, int given) {
        return given < arity.least() ? "add " + (arity.least() - given) : "remove " + (given - arity.most());
    }

    private static String takes(Arity arity) {
        if (arity.least() == arity.most()) {
            return arity.most() == 0 ? "no arguments" : arity.most() == 1 ? "1 argument" : arity.most() + " arguments";
        }
        return arity.most() == Integer.MAX_VALUE
                ? "at least " + arity.least() + " arguments"
                : arity.least() + " to " + arity.most() + " arguments";
    }
}
