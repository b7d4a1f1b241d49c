package dev.stepwright.server.http;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many bytes the bodies of all calls that are not answered yet take, and how many they may. */
final class BodyRoom {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyRoom(long most) {
        this.most = most;
    }

    /** Returns room for one body; null if there is not as much. */
    @Nullable
    Share take(long bytes) {
        long before = taken.getAndUpdate(now -> isRoom(now, bytes) ? now + bytes : now);
        return isRoom(before, bytes) ? new Share(bytes) : null;
    }

    private boolean isRoom(long now, long bytes) {
        return now + bytes <= most;
    }

    /** The room of one body. */
    final class Share {
        private final AtomicLong bytes;

        private Share(long bytes) {
            this.bytes = new AtomicLong(bytes);
        }

        /** The body has turned out to be as long; 0 once nobody needs it any more. */
        void is(long length) {
            taken.addAndGet(length - bytes.getAndSet(length));
        }
    }
}
