package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.Stimulus;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The loop of an execution: decides on one letter after the other, stores what follows and has it carried out. */
record Advancing(Host host, Course course, OpenWork work, Mailbox mailbox, ExecutionCell cell) {
    /** An execution that always has something to do sets its timers after so many messages. */
    private static final int LETTERS_AT_ONCE = 64;

    /** Goes on until nothing is to be decided, or the store has to answer first. */
    void run(Mailbox.@Nullable Letter first) {
        int letters = 0;
        for (Mailbox.Letter letter = first == null ? next() : first; letter != null; letter = next()) {
            if (++letters % LETTERS_AT_ONCE == 0) {
                work.setAlarms();
            }
            Stimulus stimulus = course.stimulus(letter);
            if (!course.state.awaits(stimulus)) {
                letter.taken(false); // it came too late: nothing is decided or stored
                continue;
            }
            Decision decision = Decider.decide(course.state, stimulus);
            if (!isStored(stimulus, decision, letter)) {
                return;
            }
            letter.taken(true);
            cell.carryOut(decision);
            if (decision.isCutShort()) {
                work.setAlarms();
                host.execute(cell); // others get their turn; the mailbox stays ours meanwhile
                return;
            }
        }
    }

    private Mailbox.@Nullable Letter next() {
        if (mailbox.isEmpty()) {
            work.setAlarms();
            if (course.ledger.isWritten()) {
                course.state.rest();
            } else {
                // nothing is computed any more, so nothing else would have them written
                cell.tellMyself(Stimulus.Resumed::new, false);
            }
        }
        return mailbox.next();
    }

    /** Stores the decision, now or with a later one. Returns false if the store answers later: the loop then goes on from there. */
    private boolean isStored(Stimulus stimulus, Decision decision, Mailbox.Letter letter) {
        if (!cell.isStored()) {
            return true;
        }
        if (letter.isComputed && course.ledger.hasRoom(course.last) && !work.isHeardOutside(decision)) {
            course.ledger.writeLater(stimulus, decision, course.state);
            return true;
        }
        Decided decided = course.decided(stimulus, decision, letter);
        CompletableFuture<Void> stored = course.ledger.write(decided.batches(), course.state);
        if (stored.isDone() && !stored.isCompletedExceptionally()) {
            return true;
        }
        host.time.workBegins();
        new Storing(host, course, cell).await(stored, decided);
        return false;
    }
}
