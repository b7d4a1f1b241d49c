package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.ChoiceStep;
import dev.stepwright.runtime.plan.FailStep;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ParallelStep;
import dev.stepwright.runtime.plan.PassStep;
import dev.stepwright.runtime.plan.StepVisitor;
import dev.stepwright.runtime.plan.SucceedStep;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.plan.WaitStep;

/** Does what a state does between entering and leaving: one small class for each kind. Gives the frame back. */
final class Working implements StepVisitor<Frame, Frame> {
    private final PassWork pass;
    private final WaitWork wait;
    private final ChoiceWork choice;
    private final EndWork end;
    private final TaskWork task;
    private final ParallelWork parallel;
    private final MapWork map;

    Working(Activation activation) {
        this.pass = new PassWork(activation);
        this.wait = new WaitWork(activation);
        this.choice = new ChoiceWork(activation);
        this.end = new EndWork(activation);
        this.task = new TaskWork(activation);
        this.parallel = new ParallelWork(activation);
        this.map = new MapWork(activation);
    }

    @Override
    public Frame task(TaskStep step, Frame frame) {
        task.begin(step, frame);
        return frame;
    }

    @Override
    public Frame parallel(ParallelStep step, Frame frame) {
        parallel.begin(step, frame);
        return frame;
    }

    @Override
    public Frame map(MapStep step, Frame frame) {
        map.begin(step, frame);
        return frame;
    }

    @Override
    public Frame pass(PassStep step, Frame frame) {
        pass.begin(step, frame);
        return frame;
    }

    @Override
    public Frame waiting(WaitStep step, Frame frame) {
        wait.begin(step, frame);
        return frame;
    }

    @Override
    public Frame choice(ChoiceStep step, Frame frame) {
        choice.begin(step, frame);
        return frame;
    }

    @Override
    public Frame succeed(SucceedStep step, Frame frame) {
        end.succeed(step, frame);
        return frame;
    }

    @Override
    public Frame fail(FailStep step, Frame frame) {
        end.fail(step, frame);
        return frame;
    }
}
