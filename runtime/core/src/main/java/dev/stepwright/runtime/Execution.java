package dev.stepwright.runtime;

import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.ExecutionEnd;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * An execution that has been started, and may have ended.
 *
 * @param <O> the type of the output
 */
public final class Execution<O> implements StartedExecution<O> {
    private final Host host;
    private final ExecutionView view;
    private final Type output;

    Execution(Host host, ExecutionView view, Type output) {
        this.host = host;
        this.view = view;
        this.output = output;
    }

    @Override
    public String arn() {
        return view.header().identity().arn();
    }

    /** Returns the name, unique among the executions of the machine. */
    @Override
    public String name() {
        return view.header().identity().name();
    }

    @Override
    public ExecutionStatus status() {
        return description().status();
    }

    /** Returns the execution as it stands. */
    public ExecutionDescription description() {
        return view.description();
    }

    /**
     * Returns the outcome as soon as there is one. What hangs on the stage runs on a thread of the engine and must not block.
     * Completes exceptionally if the engine is closed before, or the output does not fit the type.
     */
    @Override
    public CompletionStage<Outcome<O>> outcome() {
        return view.end().thenApply(this::outcome);
    }

    /**
     * Waits for the outcome.
     *
     * @throws IllegalStateException if the engine is closed meanwhile, or the waiting thread is interrupted; at once if the execution runs and this is a
     *     thread of an engine, which must not wait: in a listener, in an inline handler, or in what hangs on {@link #outcome}
     * @throws IllegalArgumentException if the output does not fit the type
     */
    @Override
    public Outcome<O> await() {
        checkThread();
        return StartedExecution.super.await();
    }

    /**
     * Waits for the outcome for some time, by the clock of this machine, whichever the engine has.
     *
     * @param patience 0 or more
     * @return empty if the execution still runs then
     * @throws IllegalStateException as {@link #await()}
     * @throws IllegalArgumentException if the output does not fit the type
     */
    @Override
    public Optional<Outcome<O>> await(Duration patience) {
        checkThread();
        return endsWithin(patience) ? Optional.of(StartedExecution.super.await()) : Optional.empty();
    }

    /** Waits for the end itself: a stage for each who has given up would stay with an execution that runs for long. */
    private boolean endsWithin(Duration patience) {
        try {
            view.end().get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true; // there is none; the stage of the outcome says why
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + arn(), e);
        }
    }

    private void checkThread() {
        if (EngineThreads.isDeciding() && !view.end().isDone()) {
            throw new IllegalStateException("an engine thread must not wait for " + arn()
                    + ": continue with outcome(), or wait on your own thread");
        }
    }

    private Outcome<O> outcome(ExecutionEnd end) {
        return switch (end.status()) {
            case SUCCEEDED -> new Outcome.Succeeded<>(value(end.output()));
            case FAILED -> new Outcome.Failed<>(end.error(), end.cause());
            case TIMED_OUT -> new Outcome.TimedOut<>();
            case ABORTED -> new Outcome.Aborted<>(end.error(), end.cause());
            case RUNNING -> throw new IllegalStateException("an execution that runs has no outcome");
        };
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the type is O's; O may be a type with null
    private O value(@Nullable JsonNode json) {
        return (O) JavaValues.fromJson(json == null ? NullNode.getInstance() : json, output);
    }

    /** Stops the execution, wherever it is; without effect if it has ended. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // its outcome tells
    public void stop(@Nullable String error, @Nullable String cause) {
        view.stop(error, cause);
    }

    /**
     * Has the execution, which has failed, timed out or was stopped, go on from where it failed: what has succeeded is kept, all else is done again,
     * with fresh retry counters. When this returns, that cannot be lost any more.
     *
     * @return the execution as it goes on, of the same ARN; this object stays with the attempt that has ended
     * @throws ExecutionNotRedrivableException if it runs or has succeeded, if it ended more than 14 days or began more than a year ago, or if its
     *     history is full
     * @throws ExecutionDoesNotExistException if the engine does not keep it: Express executions never, others no longer
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed, or the redrive could not be stored
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">AWS: Restarting state machine executions with redrive</a>
     */
    public Execution<O> redrive() {
        ExecutionCell again = Objects.requireNonNull(
                host.redrives.redrive(arn(), null).cell(), "only a repeated request has no execution");
        return new Execution<>(host, again, output);
    }

    /**
     * Returns the tasks that wait for their token now, in the order in which they began; those of Map Runs too, not those of activities. Empty if the
     * execution has ended. After a restart an execution that {@link Engine#recover} has taken up tells which of the tokens handed out still hold.
     */
    public List<OpenToken> openTokens() {
        return view.openTokens();
    }

    /** Returns the events so far, as AWS shows them; empty if the engine keeps no history. */
    public List<HistoryEvent> history() {
        return AwsHistory.of(host.histories.after(arn(), 0, Integer.MAX_VALUE));
    }

    /** Returns the ARN. */
    @Override
    public String toString() {
        return arn();
    }
}
