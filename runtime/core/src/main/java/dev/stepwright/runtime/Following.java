package dev.stepwright.runtime;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the ends of executions for those that have started them, also of those that are let go meanwhile and taken up again. */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Host host;

    /** Who waits for an execution that has been let go, by its ARN. */
    private final Map<String, List<Follower>> orphaned = new ConcurrentHashMap<>();

    /** Is told of an execution that has ended, or, where there will be no end, why. */
    @FunctionalInterface
    interface Follower extends BiConsumer<@Nullable StoredExecution, @Nullable Throwable> {}

    Following(Host host) {
        this.host = host;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    void follow(ExecutionCell child, Follower follower) {
        child.end().whenComplete((end, broken) -> {
            if (end == null && child.isStored() && !host.isClosed()) {
                follow(child.header().identity().arn(), follower);
            } else {
                follower.accept(end == null ? null : new StoredExecution(child.header(), end, child.redrive()), broken);
            }
        });
    }

    /** Waits for the end of an execution in the store that does not run here, until it is taken up, or ended as it is. */
    void follow(String arn, Follower follower) {
        orphaned.compute(arn, (key, others) -> {
            List<Follower> followers = others == null ? new ArrayList<>() : others;
            followers.add(follower);
            return followers;
        });
        ExecutionCell again = host.cell(arn);
        if (host.isClosed()) {
            tellClosed(arn); // whoever closes may have missed this one
        } else if (again != null) {
            takenUp(again); // before it was waited for
        } else {
            lookUp(arn);
        }
    }

    /** It may have ended before it was waited for, and is looked up until the store can tell. */
    private void lookUp(String arn) {
        try {
            StoredExecution found = host.store.find(arn).orElse(null);
            if (found == null) {
                tell(arn, null, new IllegalStateException("the execution " + arn + " is no longer in the store"));
            } else if (found.end() != null) {
                ended(found);
            }
        } catch (UnreadableException e) {
            tell(arn, null, e);
        } catch (RuntimeException | Error e) {
            LOG.warn("{}, whose end a caller waits for, could not be read; the engine tries again", arn, e);
            host.time.after(Workplace.PAUSE, () -> host.execute(() -> lookUpAgain(arn)));
        }
    }

    private void lookUpAgain(String arn) {
        try {
            if (orphaned.containsKey(arn)) {
                lookUp(arn);
            }
        } finally {
            host.done();
        }
    }

    /** An execution that had been let go has been ended as it was. */
    void ended(StoredExecution execution) {
        tell(execution.header().identity().arn(), execution, null);
    }

    private void tell(String arn, @Nullable StoredExecution ended, @Nullable Throwable broken) {
        List<Follower> followers = orphaned.remove(arn);
        if (followers != null) {
            followers.forEach(follower -> follower.accept(ended, broken));
        }
    }

    /** The engine is closed: whoever waits is told that no end will be told of here. */
    void close() {
        orphaned.keySet().forEach(this::tellClosed);
    }

    private void tellClosed(String arn) {
        tell(arn, null, new IllegalStateException("the engine was closed before the execution " + arn + " ended"));
    }

    /** An execution goes on that had been let go. */
    void takenUp(ExecutionCell child) {
        List<Follower> followers = orphaned.remove(child.header().identity().arn());
        if (followers != null) {
            followers.forEach(follower -> follow(child, follower));
        }
    }
}
