package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Stimulus;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** What has been told to an execution and not yet been taken up, in its order. Anybody adds, without waiting; one thread at a time takes. */
final class Mailbox {
    /** A stimulus that lacks only its time. */
    @FunctionalInterface
    interface Message {
        Stimulus at(Instant moment);

        /** Returns when it has happened, if it is taken up now. */
        default Instant moment(Instant now) {
            return now;
        }
    }

    /** A message, and who wants to know that it was taken. */
    static final class Letter {
        final Message message;
        /** Whether it is from a handler that only computes; not from outside. */
        final boolean isComputed;

        private final @Nullable CompletableFuture<Boolean> isTaken;
        private @Nullable Letter next;

        Letter(Message message, @Nullable CompletableFuture<Boolean> isTaken) {
            this(message, isTaken, false);
        }

        private Letter(Message message, @Nullable CompletableFuture<Boolean> isTaken, boolean isComputed) {
            this.message = message;
            this.isTaken = isTaken;
            this.isComputed = isComputed;
        }

        static Letter computed(Message message) {
            return new Letter(message, null, true);
        }

        /** Tells the sender whether what followed is stored, or that it came after the end. */
        void taken(boolean value) {
            if (isTaken != null) {
                isTaken.complete(value);
            }
        }

        void failed(Throwable cause) {
            if (isTaken != null) {
                isTaken.completeExceptionally(cause);
            }
        }
    }

    private static final AtomicReferenceFieldUpdater<Mailbox, Letter> NEWEST =
            AtomicReferenceFieldUpdater.newUpdater(Mailbox.class, Letter.class, "newest");

    /** In the place of the newest: nobody takes, and there is nothing to take. */
    private static final Letter IDLE = new Letter(Stimulus.Resumed::new, null);

    /** In the place of the newest: nothing is taken ever again. */
    private static final Letter CLOSED = new Letter(Stimulus.Resumed::new, null);

    /** What has been added since the last look, the newest first; null if there is nothing but somebody who takes. */
    private volatile @Nullable Letter newest = IDLE;

    /** What the taker has collected, the oldest first. */
    private @Nullable Letter oldest;

    /** The last of what the taker has collected; of no meaning if there is none. */
    private @Nullable Letter last;

    /** The latest that was taken whose sender waits for an answer; may have been answered. */
    private @Nullable Letter unanswered;

    /** Returns whether nobody takes: then the caller has become the taker, and hands that on to a thread of the engine. */
    boolean add(Letter letter) {
        while (true) {
            Letter before = newest;
            if (before == CLOSED) {
                letter.failed(new IllegalStateException("the execution no longer runs here"));
                return false;
            }
            letter.next = before == IDLE ? null : before;
            if (NEWEST.compareAndSet(this, before, letter)) {
                return before == IDLE;
            }
        }
    }

    /** Adds a letter from the taker itself, before what others have added since the last look. */
    void addAsTaker(Letter letter) {
        Letter before = last;
        if (oldest == null || before == null) {
            oldest = letter;
        } else {
            before.next = letter;
        }
        last = letter;
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
    Letter next() {
        if (oldest == null && !collect()) {
            return null;
        }
        Letter letter = oldest;
        oldest = letter == null ? null : letter.next;
        if (letter != null && letter.isTaken != null) {
            unanswered = letter;
        }
        return letter;
    }

    /** Returns false, and nobody takes any more, if there is nothing. */
    private boolean collect() {
        while (newest == null) {
            if (NEWEST.compareAndSet(this, null, IDLE)) {
                return false;
            }
        }
        if (newest == CLOSED) {
            return false;
        }
        Letter collected = NEWEST.getAndSet(this, null);
        oldest = reversed(collected);
        last = collected;
        return true;
    }

    private static @Nullable Letter reversed(@Nullable Letter newestFirst) {
        Letter oldestFirst = null;
        Letter letter = newestFirst;
        while (letter != null) {
            Letter older = letter.next;
            letter.next = oldestFirst;
            oldestFirst = letter;
            letter = older;
        }
        return oldestFirst;
    }

    /** Drops everything, now and in future, and tells the senders why; that of the one which was taken last too, unless it has been answered. */
    void close(Throwable cause) {
        Letter taken = unanswered;
        if (taken != null) {
            taken.failed(cause);
        }
        Letter left = NEWEST.getAndSet(this, CLOSED);
        for (Letter letter = left == IDLE || left == CLOSED ? null : left; letter != null; letter = letter.next) {
            letter.failed(cause);
        }
        for (Letter letter = oldest; letter != null; letter = letter.next) {
            letter.failed(cause);
        }
    }
}
