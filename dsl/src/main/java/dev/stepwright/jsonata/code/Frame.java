package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The variables of one block, function or path while it runs. A place that is null has not been assigned yet. */
public final class Frame {
    private static final JsonNode[] NONE = {};

    final @Nullable Frame outer;
    final Evaluation evaluation;
    final @Nullable JsonNode[] slots;

    private Frame(@Nullable Frame outer, Evaluation evaluation, @Nullable JsonNode[] slots) {
        this.outer = outer;
        this.evaluation = evaluation;
        this.slots = slots;
    }

    /** Returns the frame of a whole expression. */
    public static Frame outermost(Evaluation evaluation, int slots) {
        return new Frame(null, evaluation, slots == 0 ? NONE : new JsonNode[slots]);
    }

    Frame inner(int count) {
        return new Frame(this, evaluation, new JsonNode[count]);
    }

    Frame inner(@Nullable JsonNode[] values) {
        return new Frame(this, evaluation, values);
    }
}
