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

/** Does what a state does between entering and leaving: one small class for each kind. Gives what the frame does next. */
final class Working implements StepVisitor<Frame, Frame.Mode> {
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
    public Frame.Mode task(TaskStep step, Frame frame) {
        task.begin(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode parallel(ParallelStep step, Frame frame) {
        parallel.begin(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode map(MapStep step, Frame frame) {
        map.begin(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode pass(PassStep step, Frame frame) {
        pass.begin(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode waiting(WaitStep step, Frame frame) {
        wait.begin(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode choice(ChoiceStep step, Frame frame) {
        choice.begin(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode succeed(SucceedStep step, Frame frame) {
        end.succeed(step, frame);
        return frame.mode;
    }

    @Override
    public Frame.Mode fail(FailStep step, Frame frame) {
        end.fail(step, frame);
        return frame.mode;
    }
}
