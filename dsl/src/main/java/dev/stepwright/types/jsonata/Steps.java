package dev.stepwright.types.jsonata;

import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Optional;

/** Goes along paths, step by step. */
record Steps(Sight sight) {
    static final String INPUT = "$states.input";

    Given path(List<Syntax> steps) {
        Given current = first(steps.get(0));
        for (int i = 1; i < steps.size(); i++) {
            Given from = current;
            current = step(from, steps.get(i));
            if (steps.get(i) instanceof Syntax.Name name && from.path().equals(INPUT) && !sight.guarded()) {
                sight.listener()
                        .reads(new Listener.Member(
                                from.value(),
                                name.name(),
                                nameAt(steps, i + 1),
                                current.value(),
                                name.span().start()));
            }
        }
        return isMadeHere(steps.get(0)) ? unwrapped(current) : current;
    }

    /** Only what an expression makes itself has sequences in it: what comes from outside is JSON. */
    private boolean isMadeHere(Syntax first) {
        return first instanceof Syntax.Variable variable
                ? sight.locals().containsKey(variable.name())
                : !(first instanceof Syntax.Name);
    }

    /** A sequence of one that a path finds somewhere is that one, even if {@code []} has kept it before; which array is one is not known. */
    private static Given unwrapped(Given found) {
        Items items = found.value().items();
        return items == null || items.each() != null
                ? found
                : new Given(Value.ANY, found.gap(), found.path(), found.defined());
    }

    private static Optional<String> nameAt(List<Syntax> steps, int index) {
        return index < steps.size() && steps.get(index) instanceof Syntax.Name name
                ? Optional.of(name.name())
                : Optional.empty();
    }

    /** Returns the path to a member. */
    static String path(String owner, String name) {
        return owner + "." + (name.matches("[A-Za-z0-9_]+") ? name : JsonText.quote(name));
    }

    /** What is read in between needs no word of its own: only the end of the path is read. */
    private Given first(Syntax step) {
        if (step instanceof Syntax.Variable variable) {
            return sight.variable(variable);
        }
        return step instanceof Syntax.Name name
                ? ofContext(name)
                : Evaluation.of(step, sight).called(step);
    }

    /** Reads a field of the context. */
    Given ofContext(Syntax.Name name) {
        return field(sight.context().withPath("$"), name);
    }

    private Given step(Given from, Syntax step) {
        if (from.isUndefined()) {
            return from;
        }
        if (step instanceof Syntax.Name name) {
            return field(from, name);
        }
        if (step instanceof Syntax.Filter filter) {
            Given base = step(from, filter.base());
            // An index behind a path over many is one into each of them, and finds as many. What comes from outside may
            // be
            // anything anyway.
            boolean isMapped = Sequences.canBeMany(from.value())
                    && !base.value().withoutPlaces().isNever();
            return isMapped
                    ? Sequences.many(filtered(Sequences.many(base), filter.predicate()))
                    : filtered(base, filter.predicate());
        }
        Given given = Evaluation.of(step, sight.inContext(Sequences.one(from.value())));
        return Sequences.canBeMany(from.value())
                ? given.orUndefined(Sequences.many(given.value()))
                : new Given(given.value(), given.gap(), given.path(), given.defined() && from.defined());
    }

    /** Members of {@code $states} that are not there are found by the validation. */
    private Given field(Given from, Syntax.Name syntax) {
        String name = syntax.name();
        int start = syntax.span().start();
        String path = path(from.path(), name);
        Reading reading = Sequences.field(from.value(), name);
        if (from.path().equals("$states") && !reading.found()) {
            return new Given(Value.ANY, null, path, false);
        }
        Lack lack = reading.lack();
        Gap here = lack == null ? null : new Gap(lack, path, name, Documented.lacking(from.value(), lack), start);
        if (lack == Lack.ALWAYS || lack == Lack.DOUBTFUL) {
            return new Given(Value.ANY, here, path, false);
        }
        Gap gap = from.gap() == null ? here : from.gap();
        return new Given(reading.value(), gap, path, from.defined() && Sequences.surelyHas(from.value(), name));
    }

    Given filtered(Given base, Syntax predicate) {
        if (base.isUndefined()) {
            return base;
        }
        Value element = Sequences.element(base.value());
        String path = base.path() + "[" + predicate.text() + "]";
        if (isIndex(predicate)) {
            Optional<Value> at = at(base.value(), predicate);
            return new Given(at.orElse(element), base.gap(), path, base.defined() && at.isPresent());
        }
        Sight each = sight.inContext(element);
        each.swallow(Evaluation.of(predicate, each));
        return new Given(Sequences.some(element.pickedOut()), base.gap(), path, false);
    }

    /** Returns the element at an index of an array all elements of which are known one by one. */
    private static Optional<Value> at(Value array, Syntax index) {
        Items items = array.items();
        List<Value> each = items == null || !array.equals(Value.of(items)) ? null : items.each();
        if (each == null
                || !(index instanceof Syntax.NumberLiteral number)
                || !number.value().isInt()) {
            return Optional.empty();
        }
        int at = number.value().intValue();
        return at >= 0 && at < each.size() ? Optional.of(each.get(at)) : Optional.empty();
    }

    private static boolean isIndex(Syntax predicate) {
        return predicate instanceof Syntax.NumberLiteral
                || predicate instanceof Syntax.Negation negation && negation.operand() instanceof Syntax.NumberLiteral;
    }
}
