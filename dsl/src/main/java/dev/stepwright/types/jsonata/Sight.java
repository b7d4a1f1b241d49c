package dev.stepwright.types.jsonata;

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
 */
record Sight(
        Surroundings surroundings,
        Set<String> bound,
        Map<String, Value> locals,
        Value context,
        Listener listener,
        boolean certain,
        boolean guarded) {

    /** For parts that are not looked at whenever the expression is. */
    Sight perhaps() {
        return new Sight(surroundings, bound, locals, context, listener, false, guarded);
    }

    /** For parts whose author expects that they may be undefined. */
    Sight guarding() {
        return new Sight(surroundings, bound, locals, context, listener, false, true);
    }

    /** For parts that are looked at once for each element. */
    Sight inContext(Value element) {
        return new Sight(surroundings, bound, locals, element, listener, false, guarded);
    }

    /** For the body of a function. */
    Sight withParameters(Map<String, Value> parameters) {
        return withLocals(parameters).perhaps();
    }

    Sight withLocals(Map<String, Value> more) {
        Map<String, Value> all = new HashMap<>(locals);
        all.putAll(more);
        return new Sight(surroundings, bound, all, context, listener, certain, guarded);
    }

    /** Returns what an operand can be; that it is undefined is reported here, since it does not show outside. */
    Value swallow(Given given) {
        Gap gap = given.gap();
        if (gap != null && gap.isUndefined() && !guarded) {
            listener.swallows(gap);
        }
        return given.value();
    }

    /** Tells that something is read. */
    Given used(Given given) {
        listener.uses(given.value(), Need.VALUE, certain && given.gap() == null);
        return given;
    }

    /** Returns what a variable is; one that nothing assigns is undefined. */
    Given variable(String name) {
        String path = "$" + name;
        Value known = known(name);
        if (known != null) {
            return new Given(known, null, path);
        }
        Value assigned = surroundings.variables().get(name);
        if (assigned != null) {
            Gap gap = surroundings.unsure().contains(name)
                    ? new Gap(Gap.Kind.SOMETIMES_ASSIGNED, path, name, Value.NEVER)
                    : null;
            return new Given(assigned, gap, path);
        }
        boolean exists = name.equals("$") || bound.contains(name) || Functions.result(name) != null;
        return exists ? Given.ANY : Given.undefined(new Gap(Gap.Kind.UNASSIGNED, path, name, Value.NEVER));
    }

    private @Nullable Value known(String name) {
        if (name.isEmpty()) {
            return context;
        }
        Value local = locals.get(name);
        return local == null && name.equals("states") ? surroundings.states() : local;
    }

    /** Returns whether a name stands for a function of the language here. */
    boolean isFunction(String name) {
        return !locals.containsKey(name)
                && !bound.contains(name)
                && !surroundings.variables().containsKey(name)
                && Functions.result(name) != null;
    }
}
