package dev.stepwright.testkit;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.ProgressListener;
import dev.stepwright.runtime.history.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line for each state that an execution enters, and for what goes wrong, with the time since the first line. For one
 * execution and those it starts.
 *
 * <pre>{@code
 *     10 ms  Task      Charge card
 *     20 ms  ! failed  Charge card: States.Timeout, the card terminal did not answer
 *     20 ms  . retry   Charge card, in 1 s
 *    3.10 s  SUCCEEDED
 * }</pre>
 */
public final class ProgressLines implements ProgressListener {
    private static final int WIDTH = 160;

    /** Controls move the cursor of a terminal, or colour what others say. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\s\\p{Cc}]+");

    private final Consumer<String> out;
    private final boolean hasOutputs;
    private final UnaryOperator<String> label;
    private @Nullable Instant start;

    private ProgressLines(Consumer<String> out, boolean hasOutputs, UnaryOperator<String> label) {
        this.out = out;
        this.hasOutputs = hasOutputs;
        this.label = label;
    }

    /** Returns a listener that gives each line, without a line break, to {@code out}, for example {@code System.out::println}. */
    public static ProgressLines to(Consumer<String> out) {
        return new ProgressLines(out, false, arn -> "");
    }

    /** Like {@link #to}, with one more line for each state that is left: the beginning of its output. */
    public static ProgressLines withOutputsTo(Consumer<String> out) {
        return withOutputsTo(out, arn -> "");
    }

    /** @param label the machine of an execution as the lines are to name it; empty where they do not */
    static ProgressLines withOutputsTo(Consumer<String> out, UnaryOperator<String> label) {
        return new ProgressLines(out, true, label);
    }

    @Override
    public synchronized void on(Progress progress) {
        if (start == null) {
            start = progress.time();
        }
        if (progress instanceof Progress.Entered entered) {
            print(entered, entered.kind().text(), place(entered, entered.state()));
        } else if (progress instanceof Progress.Exited exited && hasOutputs) {
            print(exited, "", place(exited, exited.state()) + " -> " + JsonText.excerpt(exited.output()));
        } else if (progress instanceof Progress.Failed failed) {
            print(failed, "! failed", place(failed, failed.state()) + ": " + problem(failed.error(), failed.cause()));
        } else if (progress instanceof Progress.WaitsForRetry wait) {
            print(
                    wait,
                    ". retry",
                    place(wait, wait.state()) + ", in " + Elapsed.text(Duration.between(wait.time(), wait.until())));
        } else if (progress instanceof Progress.Ended ended) {
            print(ended, ended.status().name(), end(ended));
        }
    }

    private String place(Progress progress, String state) {
        String machine = label.apply(progress.executionArn());
        return machine.isEmpty() ? state : machine + "/" + state;
    }

    private String end(Progress.Ended ended) {
        String machine = label.apply(ended.executionArn());
        String problem = ended.error() == null ? "" : problem(ended.error(), ended.cause());
        return machine.isEmpty() || problem.isEmpty() ? machine + problem : machine + ": " + problem;
    }

    private void print(Progress progress, String what, String detail) {
        String time = Elapsed.text(Duration.between(start == null ? progress.time() : start, progress.time()));
        String line = "%10s  %-9s %s".formatted(time, what, onOneLine(detail)).stripTrailing();
        out.accept(line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...");
    }

    /** Returns a text without what begins a line or moves the cursor of a terminal. */
    static String onOneLine(String text) {
        return NO_TEXT.matcher(text).replaceAll(" ");
    }

    private static String problem(@Nullable String error, @Nullable String cause) {
        String name = error == null ? "no error name" : error;
        return cause == null || cause.isEmpty() ? name : name + ", " + cause;
    }
}
