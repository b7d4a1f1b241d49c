package dev.stepwright.runtime.evaluate.dashjoin;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many values a value holds written out. One list may stand in another many times, so that a value of few objects can be
 * huge; the weights of larger values are remembered, by identity and weakly, so that weighing costs no more than building.
 */
final class Weights {
    private static final long REMEMBERED_FROM = 64;

    private final long limit;
    private final Map<Key, Long> known = new HashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    private long built;

    /** @param limit weighing stops behind it */
    Weights(long limit) {
        this.limit = limit;
    }

    /** Returns how many members all values had together that were weighed for the first time. */
    long built() {
        return built;
    }

    /** Returns the weight, or some number above the limit. */
    long of(@Nullable Object value) {
        if (value instanceof JsonView) {
            return 1;
        }
        if (value instanceof Map<?, ?> map) {
            return remembered(map, map.values());
        }
        if (value instanceof Collection<?> list) {
            return remembered(list, list);
        }
        return 1;
    }

    private long remembered(Object value, Collection<?> parts) {
        if (parts.isEmpty()) {
            return 1;
        }
        Long weight = known.isEmpty() ? null : known.get(new Key(value, null));
        return weight != null ? weight : weigh(value, parts);
    }

    private long weigh(Object value, Collection<?> parts) {
        long weight = 1L + parts.size();
        built += parts.size();
        for (Object part : parts) {
            if (part instanceof Map || part instanceof Collection) {
                weight += of(part) - 1;
            }
            if (weight > limit) {
                break;
            }
        }
        if (weight >= REMEMBERED_FROM) {
            forgetGone();
            known.put(new Key(value, gone), weight);
        }
        return weight;
    }

    private void forgetGone() {
        for (Object key = gone.poll(); key != null; key = gone.poll()) {
            known.remove(key);
        }
    }

    /** A value by its identity. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object value, @Nullable ReferenceQueue<Object> queue) {
            super(value, queue);
            this.hash = System.identityHashCode(value);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object value = get();
            return value != null && other instanceof Key key && key.get() == value;
        }
    }
}
