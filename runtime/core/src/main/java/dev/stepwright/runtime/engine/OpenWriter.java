package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** Writes what a frame waits for: its timer, its task with the timers of that, its call. */
record OpenWriter(BinaryWriter out) {
    void timer(@Nullable OpenTimer timer) {
        out.flag(timer != null);
        if (timer != null) {
            Command.StartTimer start = timer.start();
            out.number(start.timerId())
                    .instant(start.due())
                    .octet(start.purpose().ordinal());
            out.optionalName(start.stateName()).optionalName(start.error());
        }
    }

    void task(@Nullable OpenTask task) {
        out.flag(task != null);
        if (task == null) {
            return;
        }
        out.number(task.id).optionalText(task.token).json(task.input);
        out.optionalNumber(task.timeoutSeconds)
                .optionalNumber(task.heartbeatSeconds)
                .optionalName(task.roleArn);
        out.flag(task.inquiry != null);
        if (task.inquiry != null) {
            out.optionalInstant(task.inquiry.deadline());
        }
        out.flag(task.request != null);
        if (task.request != null) {
            out.optionalInstant(task.request.deadline());
        }
        out.optionalJson(task.submission).flag(task.isStarted);
        timer(task.timeout);
        timer(task.heartbeat);
    }

    void call(@Nullable OpenCall call) {
        out.flag(call != null);
        if (call != null) {
            out.flag(call.frame().children == null).number(call.id());
            out.json(call.request().input()).number(call.mostItems());
        }
    }
}
