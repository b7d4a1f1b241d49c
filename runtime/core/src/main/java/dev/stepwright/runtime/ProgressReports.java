package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.TimerPurpose;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision means to somebody who watches. */
final class ProgressReports {
    private ProgressReports() {}

    static List<Progress> of(String arn, Instant now, Decision decision) {
        List<Progress> reports = new ArrayList<>();
        for (HistoryEntry entry : decision.events()) {
            Progress report = of(arn, entry.time(), entry.event());
            if (report != null) {
                reports.add(report);
            }
        }
        for (Command command : decision.commands()) {
            if (command instanceof Command.StartTimer timer
                    && timer.purpose() == TimerPurpose.RETRY
                    && timer.stateName() != null) {
                reports.add(new Progress.WaitsForRetry(arn, now, timer.stateName(), timer.error(), timer.due()));
            }
        }
        return reports;
    }

    private static @Nullable Progress of(String arn, Instant time, Event event) {
        if (event instanceof Event.ExecutionStarted e) {
            return new Progress.Started(arn, time, e.input());
        } else if (event instanceof Event.StateEntered e) {
            return new Progress.Entered(arn, time, e.name(), e.kind(), e.input());
        } else if (event instanceof Event.StateExited e) {
            return new Progress.Exited(arn, time, e.name(), e.kind(), e.output());
        } else if (event instanceof Event.TaskFailed e) {
            return new Progress.Failed(arn, time, e.state(), e.error(), e.cause());
        } else if (event instanceof Event.TaskSubmitFailed e) {
            return new Progress.Failed(arn, time, e.state(), e.error(), e.cause());
        } else if (event instanceof Event.TaskTimedOut e) {
            return new Progress.Failed(arn, time, e.state(), "States.Timeout", null);
        } else if (event instanceof Event.EvaluationFailed e) {
            return new Progress.Failed(arn, time, e.state(), e.error(), e.cause());
        }
        return null;
    }
}
