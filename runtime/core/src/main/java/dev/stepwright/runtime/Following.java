package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Waits for the ends of executions for those that have started them, also of those that are let go meanwhile and taken up again. */
final class Following {
    private final Host host;

    /** Who waits for an execution that has been let go, by its ARN. */
    private final Map<String, List<Follower>> orphaned = new ConcurrentHashMap<>();

    /** Is told the end, or, where there will be none, why. */
    @FunctionalInterface
    interface Follower extends BiConsumer<@Nullable ExecutionEnd, @Nullable Throwable> {}

    Following(Host host) {
        this.host = host;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    void follow(ExecutionCell child, Follower follower) {
        child.end().whenComplete((end, broken) -> {
            if (end == null && child.isStored() && !host.isClosed()) {
                follow(child.header().identity().arn(), follower);
            } else {
                follower.accept(end, broken);
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
        if (again != null) {
            takenUp(again); // before it was waited for
        } else {
            lookUp(arn, follower);
        }
    }

    /** It may have ended before it was waited for. Who cannot find out might wait for ever, and is told so instead. */
    private void lookUp(String arn, Follower follower) {
        try {
            host.store.find(arn).map(StoredExecution::end).ifPresent(end -> ended(arn, end));
        } catch (RuntimeException | Error e) {
            if (isForgotten(arn, follower)) {
                follower.accept(null, e);
            }
        }
    }

    /** Returns whether it has waited until now. */
    private boolean isForgotten(String arn, Follower follower) {
        boolean[] isForgotten = {false};
        orphaned.computeIfPresent(arn, (key, followers) -> {
            isForgotten[0] = followers.remove(follower);
            return followers.isEmpty() ? null : followers;
        });
        return isForgotten[0];
    }

    /** An execution that had been let go has been ended as it was. */
    void ended(String arn, @Nullable ExecutionEnd end) {
        List<Follower> followers = orphaned.remove(arn);
        if (followers != null) {
            followers.forEach(follower -> follower.accept(end, null));
        }
    }

    /** An execution goes on that had been let go. */
    void takenUp(ExecutionCell child) {
        List<Follower> followers = orphaned.remove(child.header().identity().arn());
        if (followers != null) {
            followers.forEach(follower -> follow(child, follower));
        }
    }
}
