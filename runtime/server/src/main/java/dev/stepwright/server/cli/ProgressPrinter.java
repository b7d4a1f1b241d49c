package dev.stepwright.server.cli;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.ProgressListener;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Prints what an execution does, one line at a time, each with the time since its start. */
final class ProgressPrinter implements ProgressListener {
    private final PrintWriter out;
    private final Instant start;
    private final AtomicLong states = new AtomicLong();

    ProgressPrinter(PrintWriter out, Instant start) {
        this.out = out;
        this.start = start;
    }

    /** Returns how many states have been entered. */
    long states() {
        return states.get();
    }

    @Override
    public synchronized void on(Progress progress) {
        String text = text(progress);
        if (text != null) {
            out.println(elapsed(Duration.between(start, progress.time())) + "  " + text);
            out.flush();
        }
    }

    private @Nullable String text(Progress progress) {
        if (progress instanceof Progress.Entered p) {
            states.incrementAndGet();
            return "> %s (%s) %s".formatted(p.state(), p.kind().text(), JsonText.excerpt(p.input()));
        } else if (progress instanceof Progress.Exited p) {
            return "< %s %s".formatted(p.state(), JsonText.excerpt(p.output()));
        } else if (progress instanceof Progress.Failed p) {
            return "! %s %s".formatted(p.state(), error(p.error(), p.cause()));
        } else if (progress instanceof Progress.WaitsForRetry p) {
            return "~ %s is tried again in %s".formatted(p.state(), seconds(Duration.between(p.time(), p.until())));
        }
        return null;
    }

    static String error(@Nullable String error, @Nullable String cause) {
        String name = error == null ? "(no error name)" : error;
        return cause == null || cause.isEmpty() ? name : name + ": " + cause;
    }

    /** Returns a time as {@code h:mm:ss.SSS}; the hours go on beyond a day. */
    private static String elapsed(Duration time) {
        return "%d:%02d:%02d.%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    }

    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
