package dev.stepwright.jsonata.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One step of a path.
 *
 * @param code what is evaluated for each item; of no meaning for a sort
 * @param sorting the order, if the step is one, else null
 * @param stages predicates and index bindings behind the step
 * @param tuple whether tuples begin here at the latest
 * @param focus place of the variable of {@code @}, or -1
 * @param index place of the variable of {@code #} that stands before all predicates, or -1
 * @param ancestor place where the item that the step began with is remembered for {@code %}, or -1
 */
public record Step(
        Code code, @Nullable Sorting sorting, List<Stage> stages, boolean tuple, int focus, int index, int ancestor) {
    /**
     * A predicate, or a variable for the index.
     *
     * @param filter the predicate, or null
     * @param index place of the variable, if there is no predicate
     */
    public record Stage(@Nullable Filter filter, int index) {}

    public Step {
        stages = List.copyOf(stages);
    }

    /** Returns the name if the step is a field without predicates, else null. */
    @Nullable
    String plainName() {
        return code instanceof Name name && sorting == null && stages.isEmpty() ? name.name : null;
    }

    /** Returns what one item gives; not collapsed. */
    JsonNode of(JsonNode item, Frame frame) {
        return filtered(code.eval(item, frame), frame);
    }

    JsonNode filtered(JsonNode value, Frame frame) {
        JsonNode result = value;
        for (int i = 0; i < stages.size(); i++) {
            Filter filter = stages.get(i).filter();
            result = filter == null ? result : filter.apply(result, frame);
        }
        return result;
    }
}
