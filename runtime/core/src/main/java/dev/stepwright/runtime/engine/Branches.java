package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.ParallelStep;
import dev.stepwright.runtime.plan.ScopePlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The branches of a Parallel: all start with the same input. */
record Branches(ParallelStep step, JsonNode input) implements Children {
    @Override
    public int size() {
        return step.branches().size();
    }

    @Override
    public ScopePlan scope(int index) {
        return step.branches().get(index);
    }

    @Override
    public int items(int index) {
        return 1;
    }

    @Override
    public @Nullable MapItem item(int index) {
        return null;
    }

    @Override
    public JsonNode takeInput(int index) {
        return input;
    }

    @Override
    public JsonNode makeInput(int index, Activation activation) {
        return input;
    }
}
