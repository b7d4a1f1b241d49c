package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.WaitStep;
import java.time.Instant;

/** A Wait: nothing happens until its time. */
record WaitWork(Activation activation) {
    void begin(WaitStep step, Frame frame) {
        Bindings bindings = activation.bindings(frame);
        frame.result = step.flow().input(bindings);
        Instant until = step.until().until(bindings.withInput(frame.result));
        if (until.isAfter(activation.now)) {
            frame.timer = activation.startTimer(until, TimerPurpose.WAIT, frame, null);
        } else {
            frame.mode = Frame.Mode.FINISH;
        }
    }
}
