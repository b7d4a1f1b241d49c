package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.PassStep;
import tools.jackson.databind.JsonNode;

/** A Pass: its result is its literal {@code Result}, or its effective input. */
record PassWork(Activation activation) {
    void begin(PassStep step, Frame frame) {
        Bindings bindings = activation.bindings(frame);
        JsonNode input = step.flow().input(bindings);
        JsonNode result = step.result() == null ? input : step.result();
        activation.leaving.leave(frame, step.flow(), step.next(), bindings, result);
    }
}
