package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.ParallelStep;
import tools.jackson.databind.JsonNode;

/** A Parallel: all branches start with the same input. */
record ParallelWork(Activation activation) {
    void begin(ParallelStep step, Frame frame) {
        JsonNode input = activation.allowed(frame, step.flow().input(activation.bindings(frame)));
        activation.events.record(frame, new Event.ParallelStarted());
        activation.groups.start(new Group(frame, step.branches().size(), new Branches(step, input)));
    }
}
