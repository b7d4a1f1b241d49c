package dev.stepwright.asl.edit;

import dev.stepwright.asl.Transition;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place that names the state that follows: a field of a state or of a rule, or {@code StartAt}.
 *
 * @param holder has the field
 * @param from the state that leads there; empty for {@code StartAt}
 * @param kind empty for {@code StartAt}
 * @param target the name of the state that follows; empty where a state ends its scope, whose field is yet to come
 */
record Reference(
        ObjectNode holder,
        String field,
        Optional<String> from,
        Optional<Transition.Kind> kind,
        Optional<String> target) {

    boolean isFrom(String state) {
        return from.filter(state::equals).isPresent();
    }

    boolean leadsTo(String state) {
        return target.filter(state::equals).isPresent();
    }

    boolean isCaught() {
        return kind.filter(Transition.Kind.CATCH::equals).isPresent();
    }

    boolean isRule() {
        return isCaught() || kind.filter(Transition.Kind.RULE::equals).isPresent();
    }

    /** Returns whether a state leads on by itself, not by a rule or default, so that it may as well end. */
    boolean mayEnd() {
        return kind.filter(Transition.Kind.NEXT::equals).isPresent();
    }

    void leadTo(String next) {
        if (mayEnd()) {
            holder.remove("End");
        }
        holder.put(field, next);
    }

    void end() {
        holder.remove(field);
        holder.put("End", true);
    }
}
