package dev.stepwright.types.graph;

import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.lattice.Widening;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that a state sees, its scope's and those of the scopes around. */
public record Variables(Map<String, Variable> byName) {
    public static final Variables NONE = new Variables(Map.of());

    public Variables {
        byName = Collections.unmodifiableMap(byName);
    }

    @Nullable
    public Variable get(String name) {
        return byName.get(name);
    }

    /** Returns the same with values assigned. */
    Variables with(Map<String, Value> assigned) {
        if (assigned.isEmpty()) {
            return this;
        }
        Map<String, Variable> changed = new LinkedHashMap<>(byName);
        assigned.forEach((name, value) -> changed.put(name, Variable.always(Widening.limit(value))));
        return new Variables(changed);
    }

    /** Returns the same with the fields of an object assigned. */
    public Variables withFields(Value object) {
        Fields fields = object.fields();
        if (fields == null) {
            return this;
        }
        Map<String, Value> values = new LinkedHashMap<>();
        fields.named().forEach((name, field) -> values.put(name, field.value()));
        return with(values);
    }

    /** Returns the same with what is known of one variable changed. */
    public Variables with(String name, Variable variable) {
        Map<String, Variable> changed = new LinkedHashMap<>(byName);
        changed.put(name, variable);
        return new Variables(changed);
    }

    /** Returns the same where a test has {@linkplain Value#pickedOut picked out} some of the ways. */
    public Variables pickedOut() {
        Map<String, Variable> changed = new LinkedHashMap<>(byName);
        changed.replaceAll((name, variable) -> variable.pickedOut());
        return new Variables(changed);
    }

    Variables join(Variables other) {
        if (equals(other)) {
            return this;
        }
        Map<String, Variable> joined = new LinkedHashMap<>();
        byName.forEach((name, variable) -> joined.put(name, joined(variable, other.get(name))));
        other.byName.forEach((name, variable) -> joined.computeIfAbsent(name, key -> joined(variable, null)));
        return new Variables(joined);
    }

    /** Returns the same where each that is another than before can be anything. */
    Variables settled(Variables before) {
        Map<String, Variable> settled = new LinkedHashMap<>(byName);
        settled.replaceAll((name, variable) -> variable.settled(before.get(name)));
        return new Variables(settled);
    }

    private static Variable joined(Variable one, @Nullable Variable two) {
        return two == null
                ? new Variable(one.value(), Presence.SOMETIMES)
                : new Variable(
                        Widening.limit(one.value().join(two.value())),
                        one.presence().and(two.presence()));
    }
}
