package dev.stepwright.runtime.planning;

import dev.stepwright.asl.State;
import dev.stepwright.asl.View;
import dev.stepwright.runtime.plan.ScopePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of one scope by name, for {@code Next} and {@code Default}. */
final class Targets {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Problems problems;

    Targets(Iterable<String> names, Problems problems) {
        names.forEach(name -> indexes.put(name, indexes.size()));
        this.problems = problems;
    }

    /** Returns where a state goes on: its {@code Next}, or the end of the scope. */
    int next(State state) {
        return state.isEnd() ? ScopePlan.END : required(state, "Next");
    }

    /** Returns the state that a field names; a problem is noted if there is none. */
    int required(View view, String field) {
        Integer target = optional(view, field);
        if (target == null && view.field(field).isEmpty()) {
            problems.add(view.pointer(), field + " must name the state that follows, found none");
        }
        return target == null ? ScopePlan.END : target;
    }

    /** Returns the state that a field names, or null if the field is absent. */
    @Nullable
    Integer optional(View view, String field) {
        if (view.field(field).isEmpty()) {
            return null;
        }
        String name = view.text(field).orElse("");
        Integer index = indexes.get(name);
        if (index == null) {
            problems.add(
                    view.at(field),
                    "no state named \"" + name + "\" in this scope; it has: " + String.join(", ", indexes.keySet()));
            return ScopePlan.END;
        }
        return index;
    }
}
