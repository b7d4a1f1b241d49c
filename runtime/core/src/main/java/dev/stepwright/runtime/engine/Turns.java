package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: frames that can go on do so one after the other, each until it waits or is closed. */
final class Turns {
    /** After so many states a decision is cut short, so that a long run can be stopped and others get their turn. */
    private static final int LONGEST = 10_000;

    /** With more frames than that, width is a danger to the heap. */
    private static final int MANY = 10_000;

    private final Activation activation;
    private final Working working;

    Turns(Activation activation) {
        this.activation = activation;
        this.working = new Working(activation);
    }

    /** Runs all frames that can run until each of them waits or is closed. */
    void run() {
        ExecutionState state = activation.state;
        int steps = 0;
        for (Frame frame = next(); frame != null; frame = next()) {
            while (frame.mode != Frame.Mode.BLOCKED && frame.mode != Frame.Mode.CLOSED && state.isRunning()) {
                if (++steps > LONGEST) {
                    state.ready.addFirst(frame);
                    activation.command(new Command.Continue());
                    activation.tasks.start();
                    return;
                }
                step(frame);
            }
        }
        activation.tasks.start();
    }

    /** In turn; but where Maps in Maps have made very many, the newest first, so that some come to their end before more are made. */
    private @Nullable Frame next() {
        ArrayDeque<Frame> ready = activation.state.ready;
        return ready.size() > MANY ? ready.pollLast() : ready.poll();
    }

    private void step(Frame frame) {
        try {
            switch (frame.mode) {
                case ENTER -> enter(frame);
                case WORK -> work(frame);
                case FINISH -> activation.leaving.finish(frame);
                case BLOCKED, CLOSED -> throw new IllegalStateException("a frame that waits has no next step");
            }
        } catch (EvaluationFailure e) {
            activation.failing.evaluationFailed(frame, e);
        } catch (InputTooLarge e) {
            activation.failing.failed(frame, e.error());
        } catch (ExecutionOver e) {
            activation.passOn(e);
        }
    }

    private void enter(Frame frame) {
        if (!activation.groups.hasInput(frame)) {
            return;
        }
        frame.eventBefore = frame.lastEvent;
        frame.enteredTime = activation.now;
        frame.retryCount = 0;
        frame.attempts = null;
        if (frame.lineage.keepsEvents) {
            String text = takeInputText(frame);
            activation.events.record(
                    frame, new Event.StateEntered(frame.step.kind(), frame.step.name(), frame.input, text));
        } else {
            activation.events.count(frame);
        }
        frame.enteredEvent = frame.lastEvent;
        work(frame);
    }

    private void work(Frame frame) {
        frame.mode = Frame.Mode.BLOCKED;
        frame.again = Frame.Mode.WORK;
        frame.failedChildren = null;
        frame.exitFrom = 0;
        frame.hasTaskFailureEvent = false;
        frame.hasFailedChild = false;
        frame.step.accept(working, frame);
    }

    /** AWS repeats the caller's own text on the first state that is entered. */
    private @Nullable String takeInputText(Frame frame) {
        String text = activation.state.inputText;
        if (text != null) {
            activation.state.inputText = null;
        }
        return frame.group == null ? text : null;
    }
}
