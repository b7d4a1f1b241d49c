package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.ChoiceStep;
import dev.stepwright.runtime.plan.Flow;
import tools.jackson.databind.JsonNode;

/** A Choice: the first rule that matches says where it goes on; later rules are not looked at. */
record ChoiceWork(Activation activation) {
    void begin(ChoiceStep step, Frame frame) {
        Bindings bindings = activation.bindings(frame);
        JsonNode input = step.flow().input(bindings);
        Bindings conditions = bindings.withInput(input);
        for (ChoiceStep.Rule rule : step.rules()) {
            if (rule.condition().test(conditions)) {
                goOn(frame, rule.flow(), rule.next(), bindings, input);
                return;
            }
        }
        if (step.otherwise() == null) {
            activation.failing.failed(
                    frame,
                    activation.failing.runtime(
                            frame, "Failed to transition out of the state. The state does not point to a next state."));
            return;
        }
        goOn(frame, step.flow(), step.otherwise(), bindings, input);
    }

    private void goOn(Frame frame, Flow flow, int next, Bindings bindings, JsonNode input) {
        activation.leaving.leave(frame, flow, next, bindings, input);
    }
}
