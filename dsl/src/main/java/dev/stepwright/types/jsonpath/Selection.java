package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.PathStep;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.List;

/**
 * What the elements are that a path with a wildcard, slice, filter or the like selects.
 *
 * @param value what each can be; where none is ever selected, what the step was taken from that leads nowhere
 * @param emptyStep which step that is; -1 if there can be elements
 */
public record Selection(Value value, int emptyStep) {
    /** @param steps from the first that is not definite on */
    static Selection of(Value from, List<PathStep> steps) {
        Value element = from;
        for (int i = 0; i < steps.size(); i++) {
            boolean isAbsent = steps.get(i) instanceof PathStep.Name name
                    && Reader.field(element, name.name()).isAbsent();
            if (isAbsent || steps.get(i) instanceof PathStep.Slice slice && isEmpty(slice)) {
                return new Selection(element, i);
            }
            element = step(element, steps.get(i));
        }
        return new Selection(element, -1);
    }

    /** Of two bounds one below zero is a place before the first, which the index counts up from, not one from the end. */
    static boolean isEmpty(PathStep.Slice slice) {
        Integer from = slice.from();
        Integer to = slice.to();
        return to != null && (from == null ? to == 0 : from >= to);
    }

    private static Value step(Value from, PathStep step) {
        if (step instanceof PathStep.Name name) {
            return known(Reader.field(from, name.name()));
        }
        if (step instanceof PathStep.Index index) {
            return known(Reader.element(from, index.index()));
        }
        boolean isElement = step instanceof PathStep.Slice
                || step instanceof PathStep.Filter
                || step instanceof PathStep.Indexes
                || step instanceof PathStep.Wildcard;
        return isElement && from.fields() == null ? known(Reader.elements(from)) : Value.ANY;
    }

    /** Elements without the part are left out, so that it can be missing says nothing. */
    private static Value known(Reading reading) {
        return reading.found() ? reading.value() : Value.ANY;
    }
}
