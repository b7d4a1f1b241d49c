package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Sequence;
import tools.jackson.databind.JsonNode;

/** The predicates after something that is not a step of a path. */
public final class Filters extends Code {
    private final Code base;
    private final Filter[] filters;
    private final boolean keepArray;

    public Filters(Code base, Filter[] filters, boolean keepArray) {
        this.base = base;
        this.filters = filters.clone();
        this.keepArray = keepArray;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        JsonNode value = base.eval(input, frame);
        for (Filter filter : filters) {
            value = value instanceof TupleStream stream
                    ? new TupleStream(filter.applyToTuples(stream.tuples(), frame))
                    : filter.apply(value, frame);
        }
        boolean single = keepArray && !value.isArray() && !value.isMissingNode() && !value.isPojo();
        return Kept.collapse(single ? Sequence.of(value) : value, keepArray);
    }
}
