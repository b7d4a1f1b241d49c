package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Redrivability;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Resumption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An execution as it stands, since when, and what of it is on its way to the store. For the thread that advances the execution. */
final class Course {
    final Ledger ledger;
    ExecutionState state;
    Instant last;

    private final Host host;
    private final ExecutionHeader header;
    private final boolean storesEvents;

    /** @param isTold whether somebody outside of the engine is told of events */
    Course(Host host, Machine machine, ExecutionHeader header, boolean isTold) {
        this.host = host;
        this.header = header;
        this.storesEvents = host.config.keeps(header.identity()) && !host.remakesHistory;
        this.ledger = new Ledger(host, header, storesEvents);
        this.last = header.identity().startTime();
        this.state = host.machines.blank(header.identity(), machine.plan(), storesEvents || isTold);
    }

    /** What is decided first when an execution goes on that had ended. */
    record Redriven(Redrive redrive, Decided decided) {}

    /** Returns what a letter tells. Time in an execution never goes back, even where the clock does. */
    Stimulus stimulus(Mailbox.Letter letter) {
        Instant moment = letter.message.moment(host.now());
        last = moment.isBefore(last) ? last : moment;
        return letter.message.at(last);
    }

    /** Decides on a letter. */
    Decided decide(Mailbox.Letter letter) {
        Stimulus stimulus = stimulus(letter);
        return decided(stimulus, Decider.decide(state, stimulus), letter);
    }

    Decided decided(Stimulus stimulus, Decision decision, Mailbox.Letter letter) {
        return new Decided(ledger.batches(stimulus, decision, state), decision, letter, 1);
    }

    /** Makes the state anew from what was stored. */
    void rebuild(Resumption stored) {
        Rebuilding.Result made = Rebuilding.of(
                state,
                stored,
                storesEvents,
                () -> host.store.batches(header.identity().arn()));
        state = made.state();
        last = made.last() == null ? last : made.last();
        ledger.goOnAfter(made.sequence());
    }

    /**
     * Has the execution, which has ended, go on: makes its state anew and decides.
     *
     * @throws ExecutionNotRedrivableException if that cannot be
     */
    Redriven redrive(@Nullable String clientToken) {
        rebuild(new Resumption(null, host.store.batches(header.identity().arn())));
        new Redrivability(
                        state.status(),
                        header.identity().startTime(),
                        state.stopTime().orElse(null),
                        state.lastEvent())
                .refusal(state.limits(), host.now())
                .ifPresent(reason -> {
                    throw new ExecutionNotRedrivableException(reason);
                });
        Decided decided = decide(new Mailbox.Letter(Stimulus.Redriven::new, null));
        return new Redriven(new Redrive(state.redriveCount(), last, clientToken), decided);
    }
}
