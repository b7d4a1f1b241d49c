package dev.stepwright.runtime;

import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoreLostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until what has been decided is stored, then has it carried out; what cannot be stored is tried again, or the execution let go. */
record Storing(Host host, Course course, ExecutionCell cell) {
    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    /** Has the execution go on once a decision is stored. Counts as work for the clock, which the caller has begun, until then. */
    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    void await(CompletableFuture<Void> stored, Decided decided) {
        host.gate.countUnwritten(stored, course.ledger.weight(decided.batches()));
        stored.whenComplete((done, failure) -> {
            host.execute(() -> answered(decided, failure));
            host.done();
        });
    }

    private void answered(Decided decided, @Nullable Throwable failure) {
        boolean isRetried = decided.tries() > 1;
        if (isRetried) {
            host.gate.waitsNoMore();
        }
        if (failure != null) {
            try {
                notStored(decided, reason(failure));
            } catch (RuntimeException | Error e) { // there may be no memory to wait either
                cell.letGo(e);
            } finally {
                host.done();
            }
            return;
        }
        if (isRetried) {
            LOG.info("{} is stored again and continues", arn());
        }
        decided.letter().taken(true);
        cell.goOn(decided.decision());
    }

    /** The disk may be full. What runs waits until it can be stored; who has asked for something is told that it could not. */
    private void notStored(Decided decided, Throwable failure) {
        if (!cell.created().isDone()
                || failure instanceof StaleSequenceException
                || failure instanceof StoreLostException
                || host.isClosed()) {
            cell.letGo(failure);
        } else {
            tryAgain(decided, failure);
        }
        decided.letter().failed(failure);
    }

    private void tryAgain(Decided decided, Throwable failure) {
        if (decided.tries() == 1) {
            String line = "{} waits, and is tried again until it is stored: {}";
            if (failure instanceof IllegalStateException) { // the store has said why; one of perhaps thousands
                LOG.error(line, arn(), told(failure));
            } else {
                LOG.error(line, arn(), told(failure), failure);
            }
        }
        host.time.after(
                decided.pause(),
                () -> host.execute(() -> {
                    Decided again = decided.again();
                    await(course.ledger.write(again.batches(), course.state), again);
                }));
        host.gate.waits();
    }

    private String arn() {
        return cell.header().identity().arn();
    }

    /** Returns why something could not be stored: what the store says, or for a bug in it what that is. */
    static String told(Throwable failure) {
        String said = failure.getMessage();
        return failure instanceof IllegalStateException && said != null ? said : failure.toString();
    }

    static Throwable reason(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
