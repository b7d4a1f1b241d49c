package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Outage;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.Write;
import dev.stepwright.runtime.store.sql.WriteQueue;
import dev.stepwright.runtime.store.sql.Writes;
import dev.stepwright.runtime.store.sql.WritingThread;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It commits whatever has come together while the commit before was under way, so that the disk is waited for
 * once for many. Nobody waits for it but by the stages of what was submitted; so there is at most one append for each execution that runs and
 * one new execution for each thread that starts them. While it has nothing to do, who comes may take its place for one commit: a single
 * execution then changes no thread between two states.
 */
final class Writer implements Writes, Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** So much that is expired is removed between two commits, or as much as was written with the one before. */
    private static final int FEW = 500;

    /** The thread looks so often whether something is expired, even if nothing is to be written. */
    private static final long PAUSE_SECONDS = 60;

    private final Path folder;
    private final OpenFiles files;
    private Tables tables;
    private final Retention retention;
    private final WritingThread thread;
    private final WriteQueue queue;
    private final Outage outage;

    Writer(Path folder, OpenFiles files, Tables tables, Retention retention) {
        this.folder = folder;
        this.files = files;
        this.tables = tables;
        this.retention = retention;
        this.thread = new WritingThread(LOG, folder.toString(), this);
        this.queue = thread.queue();
        this.outage = new Outage(LOG, folder.toString());
    }

    void start() {
        thread.start();
    }

    /** Completes when nothing can be written any more, though nobody has closed the store. */
    CompletableFuture<StoreLostException> lost() {
        return thread.lost();
    }

    @Override
    public void submit(Write write) {
        queue.add(write);
    }

    /** {@inheritDoc} Writes it on the calling thread if nobody is writing; else submits it. */
    @Override
    public void writeOrSubmit(Write write) {
        if (!queue.takeTurn()) {
            submit(write);
            return;
        }
        List<Write> some = List.of(write);
        try {
            write(some);
        } catch (RuntimeException | Error e) {
            thread.stop(some, e);
        } finally {
            queue.endTurn();
        }
    }

    @Override
    public void run() {
        List<Write> some = List.of();
        try {
            boolean isMoreExpired = false;
            while (!queue.isOver()) {
                some = queue.next(isMoreExpired ? 0 : TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
                try {
                    if (!some.isEmpty()) {
                        write(some);
                    }
                    isMoreExpired = retention.isDue() && sweep(Math.max(FEW, some.size()));
                } finally {
                    queue.endTurn();
                }
            }
        } catch (RuntimeException | Error e) {
            thread.stop(some, e);
        }
    }

    /** Commits all together; if that is not possible, each by itself, so that only those fail that cannot be written. */
    private void write(List<Write> writes) {
        try {
            Group group = new Group();
            writes.forEach(write -> write.addTo(group));
            Optional<Path> gone = files.lost();
            if (gone.isPresent()) {
                thread.stop(writes, lost(gone.get()));
                return;
            }
            tables.commit(group);
        } catch (SQLException | RuntimeException | Error e) { // of whatever kind: somebody waits for each of them
            renew(e);
            List<Write> left = writes.stream().filter(Write::isAwaited).toList();
            if (left.size() == 1) {
                left.get(0).fail(outage.failure(e));
            } else {
                left.forEach(write -> write(List.of(write)));
            }
            return;
        }
        writes.forEach(write -> write.done().complete(null)); // before anything that could be thrown at what is written
        outage.isOver();
    }

    private StoreLostException lost(Path file) {
        return new StoreLostException("the store in " + folder + " has stopped writing: " + file.getFileName()
                + " has been removed or replaced while the store was open; end this process, see that the store or a"
                + " copy of it is in its place, and start it again");
    }

    /** The driver closes a statement that has failed. */
    private void renew(Throwable reason) {
        try {
            tables = tables.renewed();
        } catch (SQLException e) {
            reason.addSuppressed(e); // the next commit fails as well, and tries again
        }
    }

    /** Has the thread remove all that is expired, and returns how many executions that were since it was started. */
    int removeExpired() {
        return retention.removeAll(this, () -> sweep(FEW));
    }

    /** Removes some of what is expired; returns whether there is more. */
    private boolean sweep(int most) {
        try {
            return retention.sweep(tables, most);
        } catch (SQLException e) {
            LOG.warn(
                    "the store in {} could not remove executions past their retention; it tries again: {}",
                    folder,
                    e.getMessage());
            return false;
        }
    }

    /** Writes what has been submitted, then ends the thread. */
    @Override
    public void close() {
        thread.close();
    }
}
