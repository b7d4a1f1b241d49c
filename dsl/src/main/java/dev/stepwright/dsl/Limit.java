package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Tree;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A limit to a time: at most one of the two is set, and there is no limit if none is. */
record Limit(@Nullable Duration duration, @Nullable Tree seconds) {
    static final Limit NONE = new Limit(null, null);

    static Limit of(Duration duration) {
        return new Limit(Objects.requireNonNull(duration, "a timeout or heartbeat must not be null"), null);
    }

    static Limit of(Tree seconds) {
        return new Limit(null, seconds);
    }

    boolean isSet() {
        return duration != null || seconds != null;
    }
}
