package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution that runs here: its mailbox, how it begins, is taken up and ends, and what others see of it. At any moment at most one thread
 * {@linkplain Advancing advances} it.
 */
final class ExecutionCell implements ExecutionView, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionCell.class);

    private final Host host;
    private final ExecutionHeader header;
    private final boolean isStored;
    private final Audience audience;
    private final Mailbox mailbox = new Mailbox();
    private final OpenWork work;
    private final Course course;
    private final Ledger ledger;
    private volatile @Nullable Redrive redrive;
    private final Beginning beginning;
    private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();

    /**
     * Returns one that holds back messages until it begins, or is {@link #resume resumed}.
     *
     * @param execution one that begins, or is to go on
     */
    ExecutionCell(Host host, Machine machine, StoredExecution execution, Beginning beginning) {
        this.host = host;
        this.beginning = beginning;
        this.header = execution.header();
        this.redrive = execution.redrive();
        this.isStored = host.config.keeps(header.identity());
        this.audience = Audience.of(host.config, machine);
        this.course = new Course(host, machine, header, audience.isThere());
        this.ledger = course.ledger;
        if (!isStored) {
            created().complete(null);
        }
        this.work = new OpenWork(host, machine, this);
        mailbox.claim();
    }

    @Override
    public ExecutionHeader header() {
        return header;
    }

    @Override
    public ExecutionDescription description() {
        boolean hasEnded = end.isDone() && !end.isCompletedExceptionally();
        return ExecutionDescription.of(new StoredExecution(header, hasEnded ? end.join() : null, redrive));
    }

    /** Returns the latest redrive; null if there was none. */
    @Nullable
    Redrive redrive() {
        return redrive;
    }

    /**
     * Waits until it is certain that the execution cannot be lost any more.
     *
     * @return false if it does not go on here and what the store has of it, or of another with its name, counts
     * @throws IllegalStateException if it could not be noted, or the engine is closed
     */
    boolean isUnderWay() {
        try {
            host.await(created());
            return true;
        } catch (ExecutionAlreadyExistsException e) {
            return false;
        } catch (IllegalStateException e) {
            if (beginning == Beginning.START || host.isClosed()) {
                throw e;
            }
            return false;
        }
    }

    /** Returns whether it runs by a redrive: until that is certain it may turn out to have ended. */
    boolean isRedriven() {
        return beginning == Beginning.REDRIVE;
    }

    boolean isStored() {
        return isStored;
    }

    /** Returns whether it is worth while to write some of what is decided later, and nobody is told of it at once. */
    boolean mayWriteLater() {
        return isStored && host.keepsStates && !audience.isThere();
    }

    @Override
    public CompletableFuture<ExecutionEnd> end() {
        return end;
    }

    /** Completes once the execution cannot be lost any more; exceptionally if it could not be noted, or its name was taken. */
    CompletableFuture<Void> created() {
        return ledger.created();
    }

    /** Puts a message into the mailbox. Returns at once. */
    void tell(Mailbox.Message message) {
        put(new Mailbox.Letter(message, null));
    }

    /**
     * Puts a message into the mailbox.
     *
     * @return completes with true once what followed from the message is stored, with false if it came after the end
     */
    CompletableFuture<Boolean> ask(Mailbox.Message message) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        put(new Mailbox.Letter(message, taken));
        return taken;
    }

    /**
     * Like {@link #tell}, for the thread that advances the execution, in the midst of it.
     *
     * @param isComputed whether it is from a handler that only computes
     */
    void tellMyself(Mailbox.Message message, boolean isComputed) {
        mailbox.addAsTaker(isComputed ? Mailbox.Letter.computed(message) : new Mailbox.Letter(message, null));
    }

    private void put(Mailbox.Letter letter) {
        if (mailbox.add(letter)) {
            host.execute(this);
        }
    }

    /**
     * Begins with a message, on a thread of the engine. Where the execution is stored, the calling thread decides already and hands what
     * follows to the store, so that the execution is noted together with its first batch.
     */
    void begin(Mailbox.Message message) {
        Mailbox.Letter letter = new Mailbox.Letter(message, null);
        if (!isStored) {
            host.execute(() -> run(letter));
            return;
        }
        host.time.workBegins();
        try {
            Decided decided = course.decide(letter);
            CompletableFuture<Void> stored = ledger.write(decided.batches(), course.state);
            if (stored.isCompletedExceptionally()) {
                stored.join(); // its name is taken: who starts it is told at once
            }
            storing().await(stored, decided);
        } catch (RuntimeException | Error e) {
            letGo(e);
            host.done();
        }
    }

    /** Begins with a message on the calling thread, as far as it goes without waiting. */
    void beginHere(Mailbox.Message message) {
        host.time.workBegins();
        run(new Mailbox.Letter(message, null));
    }

    /**
     * Makes the state anew from what was stored. From here on its tokens hold; messages wait until {@link #resume}.
     *
     * @param read what was stored, if it has been read already; null if it is to be
     * @return whether that was possible; if not, the execution is let go, as it stands
     */
    boolean rebuild(@Nullable Resumption read) {
        try {
            course.rebuild(
                    read == null ? host.store.resumption(header.identity().arn()) : read);
            if (!course.state.isRunning()) {
                letGo(new IllegalStateException(header.identity().arn() + " has ended in the meantime"));
                return false;
            }
            course.state.outstanding().forEach(work::reopen);
            ledger.taken();
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{} cannot be taken up and is left as it is",
                    header.identity().arn(),
                    e);
            letGo(e);
            return false;
        }
    }

    /**
     * Has the execution, which has ended, go on. The calling thread makes its state anew and decides; {@link #created} completes once that is stored.
     *
     * @throws ExecutionNotRedrivableException if that cannot be; the execution is let go
     */
    Redrive redrive(@Nullable String clientToken) {
        host.time.workBegins();
        try {
            Course.Redriven redriven = course.redrive(clientToken);
            redrive = redriven.redrive();
            storing()
                    .await(
                            ledger.reopen(
                                    redriven.redrive(),
                                    redriven.decided().batches().get(0)),
                            redriven.decided());
            return redriven.redrive();
        } catch (RuntimeException | Error e) {
            letGo(e);
            host.done();
            throw e;
        }
    }

    /** Goes on from where {@link #rebuild} has come to. */
    void resume() {
        try {
            course.state.outstanding().forEach(command -> work.carryOutAgain(command, course.last));
        } catch (RuntimeException | Error e) {
            letGo(e);
        }
        run();
    }

    @Override
    public void run() {
        run(null);
    }

    private void run(Mailbox.@Nullable Letter first) {
        try {
            new Advancing(host, course, work, mailbox, this).run(first);
        } catch (RuntimeException | Error e) {
            letGo(e);
        } finally {
            host.done();
        }
    }

    private Storing storing() {
        return new Storing(host, course, this);
    }

    /** Goes on with a decision that has been stored. */
    void goOn(Decision decision) {
        try {
            carryOut(decision);
            work.setAlarms();
        } catch (RuntimeException | Error e) {
            letGo(e);
        }
        run();
    }

    /** What could not be stored must not be carried out: the execution is not ours any more, or the store is broken. */
    void letGo(Throwable failure) {
        Throwable cause = Storing.reason(failure);
        if (created().isDone() && !(cause instanceof StoreLostException)) { // which is told once for all
            LOG.error("{} cannot be advanced and is let go", header.identity().arn(), cause);
        }
        host.running.remove(header.identity().arn(), this); // whose message is lost finds it in the store
        mailbox.close(cause);
        work.forget();
        end.completeExceptionally(cause);
        created().completeExceptionally(notBegun(cause));
        if (isStored && cause instanceof OutOfMemoryError) {
            host.exhausted.letGo(header.identity().arn());
        }
    }

    private RuntimeException notBegun(Throwable cause) {
        if (cause instanceof ExecutionAlreadyExistsException taken) {
            return taken;
        }
        return cause instanceof ExecutionLimitExceededException later
                ? later
                : new IllegalStateException(beginning.problem(header.identity().arn(), cause), cause);
    }

    void carryOut(Decision decision) {
        if (audience.isThere()) {
            audience.decided(header.identity().arn(), course.last, course.state.redriveCount(), decision);
        }
        List<Command> commands = decision.commands();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (command instanceof Command.CompleteExecution) {
                complete();
            } else {
                work.carryOut(command, course.last);
            }
        }
    }

    private void complete() {
        host.running.remove(header.identity().arn(), this);
        ExecutionEnd ended = Ledger.end(course.state, course.last);
        audience.ended(header.identity(), ended);
        course.state.rest();
        end.complete(ended);
    }

    @Override
    public CompletableFuture<Boolean> stop(@Nullable String error, @Nullable String cause) {
        return ask(now -> new Stimulus.Stopped(now, error, cause))
                .exceptionally(failure -> stopElsewhere(error, cause, failure));
    }

    /** It may have been let go before it was stopped: then it is stopped as the store has it, or where it goes on. */
    private boolean stopElsewhere(@Nullable String error, @Nullable String cause, Throwable failure) {
        String arn = header.identity().arn();
        if (host.isClosed()) {
            throw new CompletionException(failure);
        }
        if (host.cell(arn) == this) {
            return true; // that is tried again until it is stored
        }
        try {
            return new Executions(host).stop(arn, error, cause);
        } catch (RuntimeException | Error e) { // there may be nobody who waits for the answer
            LOG.error("{} was let go and could not be stopped", arn, e);
            throw e;
        }
    }

    void ended(long taskId) {
        work.ended(taskId);
    }

    /** Returns an open task by its token; null if it has ended. */
    @Nullable
    RunningTask task(long taskId, String token) {
        RunningTask task = work.task(taskId);
        return task != null && task.hasToken(token) ? task : null;
    }

    @Override
    public List<OpenToken> openTokens() {
        return work.tokens();
    }

    /**
     * The engine is closed: nobody will advance the execution here any more.
     *
     * @param reason why it was, if not by who runs it; or null
     */
    void abandon(@Nullable StoreLostException reason) {
        IllegalStateException closed = new IllegalStateException(
                "the engine was closed while the execution " + header.identity().arn() + " was running"
                        + (reason == null ? "" : ": " + reason.getMessage()),
                reason);
        mailbox.close(closed);
        created().completeExceptionally(closed);
        end.completeExceptionally(closed);
    }
}
