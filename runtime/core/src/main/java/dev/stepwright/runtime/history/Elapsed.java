package dev.stepwright.runtime.history;

import java.time.Duration;
import java.util.Locale;

/** Tells people how long something took. */
public final class Elapsed {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    private Elapsed() {}

    /** Returns a time like {@code 12 ms}, from a second on like {@code 3.10 s}, from ten minutes on {@code 3:12:03 h} and from a day on {@code 7d 0:00:00}. */
    public static String text(Duration time) {
        if (time.compareTo(SECOND) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(LONG) < 0) {
            return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
        }
        String clock = String.format(
                Locale.ROOT, "%d:%02d:%02d", time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
        return time.toDays() == 0 ? clock + " h" : time.toDays() + "d " + clock;
    }
}
