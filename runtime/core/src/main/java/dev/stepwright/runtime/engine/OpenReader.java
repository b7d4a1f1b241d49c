package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.task.TaskResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what frames wait for, as {@link OpenWriter} has written it. */
final class OpenReader {
    private final ExecutionState state;
    private final BinaryReader in;
    private final List<OpenTimer> timers = new ArrayList<>();
    private final List<OpenTask> tasks = new ArrayList<>();
    private final List<OpenCall> calls = new ArrayList<>();

    OpenReader(ExecutionState state, BinaryReader in) {
        this.state = state;
        this.in = in;
    }

    /** Has the state wait for all that has been read, in the order in which it was begun. */
    void open() {
        timers.stream()
                .sorted(Comparator.comparing(OpenTimer::id))
                .forEach(timer -> state.timers.put(timer.id(), timer));
        tasks.stream().sorted(Comparator.comparing(task -> task.id)).forEach(task -> state.tasks.put(task.id, task));
        calls.stream().sorted(Comparator.comparing(OpenCall::id)).forEach(call -> state.calls.put(call.id(), call));
    }

    @Nullable
    OpenTimer timer(@Nullable Frame frame) {
        if (!in.flag()) {
            return null;
        }
        OpenTimer timer = OpenTimer.of(
                in.number(),
                in.instant(),
                TimerPurpose.values()[in.octet()],
                frame,
                in.optionalName(),
                in.optionalName());
        if (frame == null || frame.mode != Frame.Mode.CLOSED) {
            timers.add(timer);
        }
        return timer;
    }

    @Nullable
    OpenTask task(Frame frame) {
        if (!in.flag()) {
            return null;
        }
        OpenTask task = new OpenTask(in.number(), frame, (TaskStep) frame.step, in.optionalText());
        task.input = in.json();
        task.timeoutSeconds = in.optionalNumber();
        task.heartbeatSeconds = in.optionalNumber();
        task.roleArn = in.optionalName();
        task.inquiry = in.flag() ? task.request(state.identity, in.optionalInstant()) : null;
        task.request = in.flag() ? task.request(state.identity, in.optionalInstant()) : null;
        task.submission = in.optionalJson();
        task.isStarted = in.flag();
        task.timeout = timer(frame);
        task.heartbeat = timer(frame);
        tasks.add(task);
        return task;
    }

    @Nullable
    OpenCall call(Frame frame) {
        if (!in.flag()) {
            return null;
        }
        MapStep step = (MapStep) frame.step;
        TaskResource resource = in.flag()
                ? Reads.reader(step).resource()
                : Writes.destination(step).resource();
        OpenCall call = new OpenCall(
                frame, Calls.request(state.identity, in.number(), frame, resource, in.json()), in.number());
        calls.add(call);
        return call;
    }
}
