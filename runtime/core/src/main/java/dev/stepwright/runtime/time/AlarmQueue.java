package dev.stepwright.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Actions by the time at which they are due; those due at the same time in the order in which they were added. A heap in which each
 * entry knows its place, so that taking one back is as quick as adding one. Not for use by several threads at once.
 */
final class AlarmQueue {
    /** The children of a place; more of them make the heap flatter and adding quicker. */
    private static final int CHILDREN = 4;

    private @Nullable Entry[] heap = new Entry[16];
    private int size;
    private long added;

    /** How far the clock was set forward all in all; negative if it was set back by more. */
    private Duration set = Duration.ZERO;

    /** An action that waits. */
    static final class Entry implements TimeSource.Alarm {
        private static final int NOWHERE = -1;

        Instant due;

        /** How far the clock was set where this is due by it when all its time has passed; null for a date. */
        private final @Nullable Duration inTime;

        private final Consumer<Entry> canceller;
        private @Nullable Runnable action;
        private long number;
        private int place = NOWHERE;

        private Entry(Consumer<Entry> canceller, Instant due, @Nullable Duration inTime, Runnable action) {
            this.canceller = canceller;
            this.due = due;
            this.inTime = inTime;
            this.action = action;
        }

        @Override
        public void cancel() {
            canceller.accept(this);
        }

        void run() {
            Runnable once = action;
            if (once != null) {
                once.run();
            }
        }

        /** Returns how much earlier than in time the clock has this due: as far as it is behind. */
        private Duration earlier(Duration set) {
            return inTime == null || inTime.compareTo(set) <= 0 ? Duration.ZERO : inTime.minus(set);
        }

        private boolean isBefore(Entry other) {
            return compareTo(other) < 0;
        }

        private int compareTo(Entry other) {
            int order = due.compareTo(other.due);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    /** Adds what is due at that time of the clock, however long that takes. */
    Entry addDate(Consumer<Entry> canceller, Instant due, Runnable action) {
        return add(new Entry(canceller, due, null, action));
    }

    /**
     * Adds what is due when so much time has passed.
     *
     * @param end when that is by the clock as it is set
     * @param due when that is by the clock as it should be set; at the end if that is earlier
     */
    Entry addDelay(Consumer<Entry> canceller, Instant end, Instant due, Runnable action) {
        return due.isAfter(end)
                ? add(new Entry(canceller, end, set.plus(Duration.between(end, due)), action))
                : add(new Entry(canceller, due, set, action));
    }

    @Nullable
    Entry first() {
        return size == 0 ? null : heap[0];
    }

    private Entry add(Entry entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        entry.number = ++added;
        up(size++, entry);
        return entry;
    }

    /** Takes an entry out; without effect if it is not there any more. */
    void remove(Entry entry) {
        int place = entry.place;
        if (place == Entry.NOWHERE) {
            return;
        }
        entry.place = Entry.NOWHERE;
        entry.action = null;
        Entry last = at(--size);
        heap[size] = null;
        if (place < size) {
            down(place, last);
            if (last.place == place) {
                up(place, last);
            }
        }
    }

    /** Takes out what is due, in its order, up to the length of the array, and returns how many there were. */
    int take(Instant now, Entry[] due) {
        int count = 0;
        while (count < due.length && size > 0 && !at(0).due.isAfter(now)) {
            Entry entry = at(0);
            Runnable action = entry.action;
            remove(entry);
            entry.action = action;
            due[count++] = entry;
        }
        return count;
    }

    /**
     * The clock was set. What is due when so much time has passed is due as much earlier by the clock as that is behind of how it was set then: one that
     * was set forward and back, or back and forward, is where it was.
     *
     * @param by forward; negative if back
     */
    void clockSet(Duration by) {
        Duration before = set;
        set = before.plus(by);
        boolean isMoved = false;
        Entry[] all = new Entry[size];
        for (int i = 0; i < all.length; i++) {
            Entry entry = at(i);
            Duration later = entry.earlier(before).minus(entry.earlier(set));
            isMoved |= !later.isZero();
            entry.due = entry.due.plus(later);
            all[i] = entry;
        }
        if (!isMoved) {
            return;
        }
        Arrays.sort(all, Entry::compareTo);
        for (int i = 0; i < all.length; i++) {
            put(i, all[i]); // what is in order is a heap
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            at(i).place = Entry.NOWHERE;
        }
        heap = new Entry[16];
        size = 0;
    }

    private void up(int from, Entry entry) {
        int place = from;
        while (place > 0) {
            Entry parent = at((place - 1) / CHILDREN);
            if (!entry.isBefore(parent)) {
                break;
            }
            put(place, parent);
            place = (place - 1) / CHILDREN;
        }
        put(place, entry);
    }

    private void down(int from, Entry entry) {
        int place = from;
        for (int child = firstChild(place); child >= 0 && at(child).isBefore(entry); child = firstChild(place)) {
            put(place, at(child));
            place = child;
        }
        put(place, entry);
    }

    /** Returns the place of the child that comes first; -1 if there is none. */
    private int firstChild(int place) {
        int from = CHILDREN * place + 1;
        int best = from < size ? from : -1;
        for (int child = from + 1; child < Math.min(from + CHILDREN, size); child++) {
            best = at(child).isBefore(at(best)) ? child : best;
        }
        return best;
    }

    private void put(int place, Entry entry) {
        heap[place] = entry;
        entry.place = place;
    }

    @SuppressWarnings("NullAway") // below the size there is an entry in each place
    private Entry at(int place) {
        return heap[place];
    }
}
