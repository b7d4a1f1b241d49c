package dev.stepwright.jsonata.value;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an expression sees besides its input. Immutable if its parts are.
 *
 * @param bindings the value of a variable by its name without {@code $}, or null if it is not bound
 * @param bounds what the evaluation may take
 * @param now asked at most once per evaluation, for {@code $now} and {@code $millis}
 * @param random for {@code $random} and {@code $shuffle}; at least 0 and below 1
 * @param nanoTime the clock that the time bound is measured with, as {@link System#nanoTime}
 */
public record Surroundings(
        Function<String, @Nullable JsonNode> bindings,
        Bounds bounds,
        Supplier<Instant> now,
        DoubleSupplier random,
        LongSupplier nanoTime) {
    /** No bindings, the default bounds, the clock and the chance of the machine. */
    public static final Surroundings DEFAULT = new Surroundings(
            name -> null,
            Bounds.DEFAULT,
            Instant::now,
            () -> ThreadLocalRandom.current().nextDouble(),
            System::nanoTime);

    /** Returns these surroundings with other bindings. */
    public Surroundings withBindings(Map<String, ? extends JsonNode> other) {
        return withBindings(other::get);
    }

    /** Returns these surroundings with other bindings, each asked for when the expression first reads it. */
    public Surroundings withBindings(Function<String, @Nullable JsonNode> other) {
        return new Surroundings(other, bounds, now, random, nanoTime);
    }

    /** Returns these surroundings with other bounds. */
    public Surroundings withBounds(Bounds other) {
        return new Surroundings(bindings, other, now, random, nanoTime);
    }

    /** Returns these surroundings with another time of day. */
    public Surroundings withNow(Supplier<Instant> other) {
        return new Surroundings(bindings, bounds, other, random, nanoTime);
    }

    /** Returns these surroundings with another source of chance. */
    public Surroundings withRandom(DoubleSupplier other) {
        return new Surroundings(bindings, bounds, now, other, nanoTime);
    }

    /** Returns these surroundings with another clock for the time bound. */
    public Surroundings withNanoTime(LongSupplier other) {
        return new Surroundings(bindings, bounds, now, random, other);
    }
}
