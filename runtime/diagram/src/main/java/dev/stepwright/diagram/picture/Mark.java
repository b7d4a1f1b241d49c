package dev.stepwright.diagram.picture;

import java.util.Locale;

/** What has happened with a state or on a way: shown by colour, by a sign, and by words in the legend. */
enum Mark {
    PASSED("M-3.5 0-1 2.8 3.8-2.8", "passed"),
    CAUGHT("M0-4V1 M0 3.6V4", "failed and caught"),
    FAILED("M-3-3 3 3 M3-3-3 3", "failed"),
    STOPPED("M-2.6-2.6H2.6V2.6H-2.6Z", "stopped"),
    RUNNING("M-2-3.6 3.4 0-2 3.6Z", "running"),
    UNTOUCHED("M-3.5 0H3.5", "not reached"),
    TESTED("M-3.5 0-1 2.8 3.8-2.8", "tested"),
    UNTESTED("M-2-2.2C-2-4.6 2-4.6 2-2.2 2-.6 0-.6 0 1 M0 3.6V4", "not tested"),
    /** In executions of their own, of which nothing is known here. */
    ELSEWHERE("M-3 0V.1 M0 0V.1 M3 0V.1", "in child executions");

    private final String sign;
    private final String words;

    Mark(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** Returns the lines of the sign, around the point 0, 0, each coordinate between -5 and 5. */
    String sign() {
        return sign;
    }

    String words() {
        return words;
    }

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
