package dev.stepwright.dsl;

import dev.stepwright.json.JavaValues;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * When a state that failed is tried again. What is not set has the language's default: three attempts, one second before the
 * first, each wait twice as long as the one before. {@link Dsl#onError} makes one.
 *
 * @see <a href="https://states-language.net/spec.html#retrying-after-error">ASL: Retrying after error</a>
 */
public final class Retry {
    private final List<String> errors;
    private final Settings settings;

    private Retry(List<String> errors, Settings settings) {
        this.errors = errors;
        this.settings = settings;
    }

    static Retry on(List<String> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("onError needs at least one error; for all of them use Errors.ALL");
        }
        return new Retry(List.copyOf(errors), new Settings(Map.of(), Map.of(), OtherFields.NONE));
    }

    /**
     * Sets how often it is tried again; without this, three times.
     *
     * @param attempts 0 to 99,999,999; 0 for errors that are not to be tried again
     * @throws IllegalArgumentException if it is negative
     */
    public Retry maxAttempts(int attempts) {
        if (attempts < 0) {
            throw new IllegalArgumentException("the number of attempts must be 0 or more, found " + attempts);
        }
        return value("MaxAttempts", attempts);
    }

    /**
     * Sets the wait before the first attempt; without this, a second.
     *
     * @param interval whole seconds, 1 to 99,999,999
     */
    public Retry interval(Duration interval) {
        return time("IntervalSeconds", interval);
    }

    /**
     * Sets the factor by which the wait grows from attempt to attempt; without this, 2.0.
     *
     * @param rate 1.0 or more
     * @throws IllegalArgumentException if it is less, or not finite
     */
    public Retry backoffRate(double rate) {
        if (!(rate >= 1.0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a backoff rate must be 1.0 or more and finite, found " + rate);
        }
        return value("BackoffRate", rate);
    }

    /**
     * Sets the longest wait; without this, waits grow without a bound.
     *
     * @param delay whole seconds, more than the interval, 31,622,400 at most
     */
    public Retry maxDelay(Duration delay) {
        return time("MaxDelaySeconds", delay);
    }

    /** Makes each wait a random time between nothing and what it would be otherwise; without this, waits are exact. */
    public Retry fullJitter() {
        return value("JitterStrategy", "FULL");
    }

    /** Sets the {@code Comment} of the rule: for readers, without effect. */
    public Retry comment(String comment) {
        return value("Comment", comment);
    }

    /** Sets a field of the rule as it stands; see {@link WithCatch#with}. */
    public Retry with(String field, @Nullable Object value) {
        return new Retry(errors, new Settings(settings.values, settings.times, settings.fields.with(field, value)));
    }

    private Retry value(String field, Object value) {
        return new Retry(errors, new Settings(plus(settings.values, field, value), settings.times, settings.fields));
    }

    private Retry time(String field, Duration time) {
        return new Retry(
                errors,
                new Settings(
                        settings.values,
                        plus(settings.times, field, Objects.requireNonNull(time, field + " must not be null")),
                        settings.fields));
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String field, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(field, value);
        return more;
    }

    /** Writes the rule as ASL. */
    void write(ObjectNode rule, Seconds seconds) {
        value(rule, "Comment");
        errors.forEach(rule.putArray("ErrorEquals")::add);
        seconds.write(rule, "IntervalSeconds", settings.times.get("IntervalSeconds"), 1);
        value(rule, "MaxAttempts");
        value(rule, "BackoffRate");
        seconds.write(rule, "MaxDelaySeconds", settings.times.get("MaxDelaySeconds"), 1);
        value(rule, "JitterStrategy");
        settings.fields.writeTo(rule);
    }

    private void value(ObjectNode rule, String field) {
        if (settings.values.containsKey(field)) {
            rule.set(field, JavaValues.toJson(settings.values.get(field)));
        }
    }

    /** What was set, by the fields of ASL. */
    private record Settings(Map<String, Object> values, Map<String, Duration> times, OtherFields fields) {}
}
