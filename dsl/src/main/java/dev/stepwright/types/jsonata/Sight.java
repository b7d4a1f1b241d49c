package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a part of an expression sees, and what is done about what it reads.
 *
 * @param surroundings the variables of the whole expression
 * @param bound the names that the expression binds anywhere itself
 * @param locals those of them whose value is known here
 * @param context what {@code $} is
 * @param listener is told what is read
 * @param certain whether the part is looked at whenever the expression is, and makes it undefined
 * @param guarded whether its author expects that it may be undefined
 * @param always whether it is looked at whenever the expression is, whatever comes of it
 */
record Sight(
        Surroundings surroundings,
        Set<String> bound,
        Map<String, Given> locals,
        Given context,
        Listener listener,
        boolean certain,
        boolean guarded,
        boolean always) {

    /** For parts that may be undefined without making the expression so, or are not always looked at. */
    Sight perhaps() {
        return new Sight(surroundings, bound, locals, context, listener, false, guarded, always);
    }

    /** For parts whose author expects that they may be undefined. */
    Sight guarding() {
        return new Sight(surroundings, bound, locals, context, listener, false, true, always);
    }

    /** For parts that are not looked at whenever the expression is. */
    Sight lazy() {
        return new Sight(surroundings, bound, locals, context, listener, false, guarded, false);
    }

    /** For parts that are looked at once for each element. */
    Sight inContext(Value element) {
        return new Sight(surroundings, bound, locals, Given.of(element), listener, false, guarded, false);
    }

    /** For parts that see the elements of the context if it is an array: one of them alone, arrays among them put together. Which is not followed. */
    Sight inElements() {
        Value value = context.value();
        Value elements = value.items() == null ? value : Value.ANY;
        Given seen = Sequences.canBeMany(value) ? context.orUndefined(elements) : context;
        return new Sight(surroundings, bound, locals, seen, listener, certain, guarded, always);
    }

    /** For the body of a function. */
    Sight withParameters(Map<String, Given> parameters) {
        return withLocals(parameters).lazy();
    }

    Sight withLocals(Map<String, Given> more) {
        Map<String, Given> all = new HashMap<>(locals);
        all.putAll(more);
        return new Sight(surroundings, bound, all, context, listener, certain, guarded, always);
    }

    /** Returns what an operand can be; that it is undefined is reported here, since it does not show outside. */
    Value swallow(Given given) {
        Gap gap = given.gap();
        if (gap != null && gap.isUndefined() && !guarded) {
            listener.swallows(gap);
        }
        return given.value();
    }

    /** Tells what a part must be; that fails for certain only where the part is always looked at and surely defined. */
    void needs(Given given, Need need, Syntax syntax, String what) {
        boolean certain = always && given.defined();
        listener.mismatches(
                given.value(), need, new Listener.Part(what, syntax.span().start(), certain));
    }

    /** Tells what a part is taken for, if for anything. What stands for one or for many need not be an array. */
    void uses(Value value, Need need) {
        boolean tells = need == Need.ARRAY ? value.withoutPlaces().isNever() : need != Need.VALUE;
        if (tells) {
            listener.uses(value, need, false);
        }
    }

    /** Tells that something is read. */
    Given used(Given given) {
        listener.uses(given.value(), Need.VALUE, certain && given.gap() == null);
        if (guarded) {
            listener.asks(given.value());
        }
        return given;
    }

    /** Returns what a variable is; one that nothing assigns is undefined. */
    Given variable(Syntax.Variable syntax) {
        String name = syntax.name();
        int start = syntax.span().start();
        String path = "$" + name;
        Given known = known(name);
        if (known != null) {
            return known.withPath(path);
        }
        Value assigned = surroundings.variables().get(name);
        if (assigned != null) {
            Gap gap = surroundings.unsure().contains(name)
                    ? new Gap(Lack.SOMETIMES_ASSIGNED, path, name, Value.NEVER, start)
                    : null;
            return new Given(assigned, gap, path, gap == null);
        }
        boolean exists = name.equals("$") || bound.contains(name) || Function.named(name) != null;
        return exists ? Given.ANY : Given.undefined(new Gap(Lack.UNASSIGNED, path, name, Value.NEVER, start));
    }

    private @Nullable Given known(String name) {
        if (name.isEmpty()) {
            return context;
        }
        Given local = locals.get(name);
        return local == null && name.equals("states") ? Given.of(surroundings.states()) : local;
    }

    /** Returns the function of the language that a name stands for here; null if it stands for none. */
    @Nullable
    Function function(String name) {
        boolean isHidden = locals.containsKey(name)
                || bound.contains(name)
                || surroundings.variables().containsKey(name);
        return isHidden ? null : Function.named(name);
    }
}
