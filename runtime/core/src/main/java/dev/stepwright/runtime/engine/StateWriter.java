package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the state of an execution: its frames from the outermost inwards, and with each what it waits for. */
final class StateWriter {
    /** Of what is written here; one that reads no other can still make the state anew from all batches. */
    static final int VERSION = 6;

    private final ExecutionState state;
    private final BinaryWriter out = new BinaryWriter();
    private final OpenWriter open = new OpenWriter(out);
    private final Map<Frame, Integer> numbers = new HashMap<>(); // frames are equal only to themselves

    StateWriter(ExecutionState state) {
        this.state = state;
    }

    byte[] write() {
        ExecutionSeed seed = state.seed;
        if (seed == null) {
            throw new IllegalStateException("the execution " + state.identity().arn() + " has not been started");
        }
        out.octet(VERSION).uuid(seed.value()).number(state.stimuli);
        out.number(state.lastTask).number(state.lastTimer).optionalText(state.inputText);
        counts(state.lineage());
        frame(Objects.requireNonNull(state.root, "an execution that runs has a root"));
        out.number(state.ready.size());
        for (Frame frame : state.ready) {
            out.number(numbers.getOrDefault(frame, -1)
                    + 1L); // 0 for one that was closed while it was waiting for its turn
        }
        OpenTimer own = state.timers.values().stream()
                .filter(timer -> timer.frame() == null)
                .findFirst()
                .orElse(null);
        open.timer(own);
        return out.toByteArray();
    }

    private void frame(Frame frame) {
        numbers.put(frame, numbers.size());
        out.octet(frame.mode.ordinal()).octet(frame.again.ordinal()).number(frame.scope.indexOf(frame.step));
        out.flag(frame.awaitsRedrive)
                .flag(frame.awaitsInput)
                .json(frame.input)
                .signed(frame.inputBound)
                .json(frame.result);
        out.instant(frame.enteredTime).number(frame.enteredEvent).number(frame.eventBefore);
        out.number(frame.lastEvent).number(frame.exitFrom);
        out.flag(frame.hasTaskFailureEvent).flag(frame.hasFailedChild).number(frame.retryCount);
        attempts(frame.attempts);
        out.number(frame.ownVariables().size());
        frame.ownVariables().forEach((name, value) -> out.name(name).json(value));
        item(frame.item);
        open.timer(frame.timer);
        open.task(frame.task);
        open.call(frame.call);
        mapRun(frame.mapRun);
        group(frame.children);
        group(frame.failedChildren);
    }

    private void mapRun(@Nullable OpenMapRun run) {
        out.flag(run != null);
        if (run != null) {
            out.text(run.arn).number(run.redriveCount).flag(run.terms != null);
            if (run.terms != null) {
                run.terms.write(out);
            }
        }
    }

    private void attempts(int @Nullable [] attempts) {
        out.number(attempts == null ? 0 : attempts.length);
        for (int i = 0; attempts != null && i < attempts.length; i++) {
            out.number(attempts[i]);
        }
    }

    private void item(@Nullable MapItem item) {
        out.flag(item != null);
        if (item != null) {
            out.number(item.index()).json(item.value()).optionalText(item.key()).name(item.source());
        }
    }

    private void group(@Nullable Group group) {
        out.flag(group != null);
        if (group == null) {
            return;
        }
        if (group.children instanceof Iterations iterations) {
            bounds(iterations);
        }
        out.number(group.maxConcurrency).number(group.started).number(group.running);
        out.number(group.failedItems).fixed(Double.doubleToRawLongBits(group.toleratedFailures));
        out.number(group.lastEvent).number(group.resultBound).flag(group.hasFailed);
        out.number(group.told).optionalJson(group.writing);
        tolerance(group.tolerance);
        out.optionalJson(group.files == null ? null : group.files.state());
        for (int i = 0; i < group.size(); i++) {
            child(group, i);
        }
    }

    private void tolerance(@Nullable Tolerance tolerance) {
        out.flag(tolerance != null);
        if (tolerance != null) {
            out.fixed(Double.doubleToRawLongBits(tolerance.count()));
            out.fixed(Double.doubleToRawLongBits(tolerance.percentage()));
        }
    }

    private void bounds(Iterations iterations) {
        out.number(iterations.size());
        for (int i = 0; i < iterations.size(); i++) {
            out.number(iterations.items(i));
        }
    }

    /** What has begun needs its frame or its result only; what has not, its items. */
    private void child(Group group, int index) {
        boolean awaitsInput = group.awaitsInput(index);
        out.flag(awaitsInput);
        if (awaitsInput && group.children instanceof Iterations iterations) {
            iterations.itemsOf(index).forEach(this::item);
            out.optionalJson(iterations.keptInput(index));
        }
        if (index >= group.started) {
            return;
        }
        out.optionalJson(group.results[index]);
        Frame frame = group.frames[index];
        out.flag(frame != null);
        if (frame != null) {
            if (group.isDistributed) {
                lineage(frame.lineage);
            }
            frame(frame);
            if (group.isDistributed) {
                open.timer(frame.lineage.timeout);
            }
        }
    }

    private void lineage(Lineage lineage) {
        Identities.write(out, lineage.identity);
        counts(lineage);
        Lineage.Ending ending = lineage.ending;
        out.flag(ending != null);
        if (ending != null) {
            out.octet(ending.status().ordinal()).instant(ending.time()).flag(ending.error() != null);
            if (ending.error() != null) {
                out.optionalName(ending.error().error())
                        .optionalText(ending.error().cause());
            }
        }
    }

    private void counts(Lineage lineage) {
        out.json(lineage.input).number(lineage.lastEvent);
        out.number(lineage.redriveCount).optionalInstant(lineage.redriveTime);
    }
}
