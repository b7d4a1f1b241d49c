package dev.stepwright.runtime;

import dev.stepwright.runtime.store.StoredExecution;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executions that were let go since no memory was left for what they were to decide. Each is taken up again after a while; one for which there is
 * never enough is stopped in the end.
 */
final class Exhausted {
    private static final Logger LOG = LoggerFactory.getLogger(Exhausted.class);

    /** An execution that is let go so often is not taken up again. */
    private static final int MOST_TIMES = 6;

    private final Host host;

    /** How often an execution has been let go, by its ARN. */
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    Exhausted(Host host) {
        this.host = host;
    }

    /** An execution has been let go. */
    void letGo(String arn) {
        lookAfterPause(arn, times.merge(arn, 1, Integer::sum));
    }

    private void lookAfterPause(String arn, int time) {
        Duration pause = Duration.ofSeconds(1L << (time - 1));
        host.time.after(
                pause,
                () -> host.execute(() -> {
                    try {
                        look(arn, time);
                    } catch (RuntimeException | Error e) {
                        LOG.warn("{} was let go and could not be taken up yet; the engine tries again", arn, e);
                        lookAfterPause(arn, time);
                    } finally {
                        host.done();
                    }
                }));
    }

    private void look(String arn, int time) {
        StoredExecution stored = host.store.find(arn).orElse(null);
        if (stored == null || stored.end() != null) {
            times.remove(arn);
        } else if (time < MOST_TIMES || host.cell(arn) != null) { // somebody else may have taken it up
            new Recovery(host).one(stored).ifPresent(this::takenUp);
        } else {
            String cause = "The engine ran out of memory " + time + " times while it decided on the execution.";
            new Unclaimed(host).stop(arn, "States.Runtime", cause);
            lookAfterPause(arn, time); // whether that could be stored
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // how the execution ends is somebody else's business
    private void takenUp(ExecutionCell cell) {
        cell.end().whenComplete((end, broken) -> {
            if (!(broken instanceof OutOfMemoryError)) {
                times.remove(cell.header().identity().arn());
            }
        });
    }
}
