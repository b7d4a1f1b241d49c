package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Stimulus;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** What has been told to an execution and not yet been taken up, in its order. Anybody adds, without waiting; one thread at a time takes. */
final class Mailbox {
    /** A stimulus that lacks only its time. */
    @FunctionalInterface
    interface Message {
        Stimulus at(Instant now);
    }

    private static final AtomicReferenceFieldUpdater<Mailbox, Letter> NEWEST =
            AtomicReferenceFieldUpdater.newUpdater(Mailbox.class, Letter.class, "newest");

    /** In the place of the newest: nobody takes, and there is nothing to take. */
    private static final Letter IDLE = new Letter(now -> new Stimulus.Resumed(now));

    /** In the place of the newest: nothing is taken ever again. */
    private static final Letter CLOSED = new Letter(now -> new Stimulus.Resumed(now));

    /** What has been added since the last look, the newest first; null if there is nothing but somebody who takes. */
    private volatile @Nullable Letter newest = IDLE;

    /** What the taker has collected, the oldest first. */
    private @Nullable Letter oldest;

    private static final class Letter {
        final Message message;

        @Nullable
        Letter next;

        Letter(Message message) {
            this.message = message;
        }
    }

    /** Returns whether nobody takes: then the caller has become the taker, and hands that on to a thread of the engine. */
    boolean add(Message message) {
        Letter letter = new Letter(message);
        while (true) {
            Letter before = newest;
            if (before == CLOSED) {
                return false;
            }
            letter.next = before == IDLE ? null : before;
            if (NEWEST.compareAndSet(this, before, letter)) {
                return before == IDLE;
            }
        }
    }

    /** Makes the caller the taker of a mailbox that has not been used yet. */
    void claim() {
        newest = null;
    }

    /** Returns whether nothing is there to take at this moment. For the taker. */
    boolean isEmpty() {
        return oldest == null && newest == null;
    }

    /** Returns the next message. If there is none, null, and the caller is not the taker any more. */
    @Nullable
    Message next() {
        if (oldest == null && !collect()) {
            return null;
        }
        Letter letter = oldest;
        if (letter == null) {
            return null; // closed meanwhile
        }
        oldest = letter.next;
        return letter.message;
    }

    private boolean collect() {
        while (newest == null) {
            if (NEWEST.compareAndSet(this, null, IDLE)) {
                return false;
            }
        }
        Letter letter = newest == CLOSED ? null : NEWEST.getAndSet(this, null);
        while (letter != null) {
            Letter older = letter.next;
            letter.next = oldest;
            oldest = letter;
            letter = older;
        }
        return true;
    }

    /** Drops everything, now and in future. For the taker. */
    void close() {
        newest = CLOSED;
        oldest = null;
    }
}
