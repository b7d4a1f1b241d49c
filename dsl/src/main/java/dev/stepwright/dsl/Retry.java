package dev.stepwright.dsl;

import java.time.Duration;
import java.util.List;
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
        return new Retry(List.copyOf(errors), new Settings(null, null, null, null, false, null, OtherFields.NONE));
    }

    /** Sets how often it is tried again; 0 means never. */
    public Retry maxAttempts(int attempts) {
        return new Retry(
                errors,
                new Settings(
                        settings.interval,
                        atLeast(0, attempts),
                        settings.backoffRate,
                        settings.maxDelay,
                        settings.jitter,
                        settings.comment,
                        settings.fields));
    }

    /** Sets the wait before the first attempt, in whole seconds, one at least. */
    public Retry interval(Duration interval) {
        return new Retry(
                errors,
                new Settings(
                        interval,
                        settings.maxAttempts,
                        settings.backoffRate,
                        settings.maxDelay,
                        settings.jitter,
                        settings.comment,
                        settings.fields));
    }

    /** Sets the factor by which the wait grows from attempt to attempt, 1.0 at least. */
    public Retry backoffRate(double rate) {
        if (!(rate >= 1.0)) {
            throw new IllegalArgumentException("a backoff rate is 1.0 or more, but this is " + rate);
        }
        return new Retry(
                errors,
                new Settings(
                        settings.interval,
                        settings.maxAttempts,
                        rate,
                        settings.maxDelay,
                        settings.jitter,
                        settings.comment,
                        settings.fields));
    }

    /** Sets the longest wait, in whole seconds. */
    public Retry maxDelay(Duration delay) {
        return new Retry(
                errors,
                new Settings(
                        settings.interval,
                        settings.maxAttempts,
                        settings.backoffRate,
                        delay,
                        settings.jitter,
                        settings.comment,
                        settings.fields));
    }

    /** Makes each wait a random time between nothing and what it would be otherwise. */
    public Retry fullJitter() {
        return new Retry(
                errors,
                new Settings(
                        settings.interval,
                        settings.maxAttempts,
                        settings.backoffRate,
                        settings.maxDelay,
                        true,
                        settings.comment,
                        settings.fields));
    }

    /** Sets the comment. */
    public Retry comment(String comment) {
        return new Retry(
                errors,
                new Settings(
                        settings.interval,
                        settings.maxAttempts,
                        settings.backoffRate,
                        settings.maxDelay,
                        settings.jitter,
                        comment,
                        settings.fields));
    }

    /** Sets a field of the rule as it stands; see {@link WithCatch#with}. */
    public Retry with(String field, @Nullable Object value) {
        return new Retry(
                errors,
                new Settings(
                        settings.interval,
                        settings.maxAttempts,
                        settings.backoffRate,
                        settings.maxDelay,
                        settings.jitter,
                        settings.comment,
                        settings.fields.with(field, value)));
    }

    /** Writes the rule as ASL. */
    void write(ObjectNode rule, Seconds seconds) {
        if (settings.comment != null) {
            rule.put("Comment", settings.comment);
        }
        errors.forEach(rule.putArray("ErrorEquals")::add);
        seconds.write(rule, "IntervalSeconds", settings.interval, 1);
        if (settings.maxAttempts != null) {
            rule.put("MaxAttempts", settings.maxAttempts);
        }
        if (settings.backoffRate != null) {
            rule.put("BackoffRate", settings.backoffRate);
        }
        seconds.write(rule, "MaxDelaySeconds", settings.maxDelay, 1);
        if (settings.jitter) {
            rule.put("JitterStrategy", "FULL");
        }
        settings.fields.writeTo(rule);
    }

    private static int atLeast(int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("the number of attempts is " + least + " or more, but this is " + value);
        }
        return value;
    }

    /** What was set; null where nothing was. */
    private record Settings(
            @Nullable Duration interval,
            @Nullable Integer maxAttempts,
            @Nullable Double backoffRate,
            @Nullable Duration maxDelay,
            boolean jitter,
            @Nullable String comment,
            OtherFields fields) {}
}
