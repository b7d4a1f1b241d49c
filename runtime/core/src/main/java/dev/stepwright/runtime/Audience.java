package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.store.ExecutionEnd;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is told what executions of a machine do: those who listen to the progress, and the log. Whatever is wrong with them, the execution goes on.
 *
 * @param logging null if nothing is logged
 */
record Audience(List<ProgressListener> listeners, @Nullable ExecutionLogging logging) {
    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);
    private static final Audience NOBODY = new Audience(List.of(), null);

    /** @param machine null if it is not registered any more */
    static Audience of(EngineConfig config, @Nullable Machine machine) {
        ExecutionLogging logging = machine != null && machine.isLogged() ? machine.logging() : null;
        return logging == null && !config.isWatched() ? NOBODY : new Audience(config.listeners(), logging);
    }

    boolean isThere() {
        return logging != null || !listeners.isEmpty();
    }

    /** Tells what has been decided, before that is carried out. */
    void decided(String arn, Instant now, int redriveCount, Decision decision) {
        log(arn, redriveCount, decision.events());
        if (!listeners.isEmpty()) {
            ProgressReports.of(arn, now, decision).forEach(this::report);
        }
    }

    /** Gives events to the log alone. */
    void log(String arn, int redriveCount, List<HistoryEntry> events) {
        try {
            if (logging != null) {
                logging.write(arn, redriveCount, events);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("the execution log failed on events of {}", arn, e);
        }
    }

    void ended(ExecutionIdentity identity, ExecutionEnd end) {
        if (!listeners.isEmpty()) {
            report(new Progress.Ended(
                    identity.arn(), end.time(), identity.startTime(), end.status(), end.error(), end.cause()));
        }
    }

    private void report(Progress progress) {
        for (ProgressListener listener : listeners) {
            try {
                listener.on(progress);
            } catch (RuntimeException | Error e) {
                LOG.error("the progress listener failed on {}", progress, e);
            }
        }
    }
}
