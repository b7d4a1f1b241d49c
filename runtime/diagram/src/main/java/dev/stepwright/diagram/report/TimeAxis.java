package dev.stepwright.diagram.report;

import dev.stepwright.diagram.course.Fate;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.runtime.history.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The time of an execution as a line on which the visits of a state are bars.
 *
 * @param start when the execution began
 * @param end when its last event was
 */
record TimeAxis(Instant start, Instant end) {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 10;

    /** What is shorter could not be seen. */
    private static final double LEAST = 2;

    /** Of more visits of a state those at the end are one bar: they could not be told apart. */
    private static final int MOST = 100;

    /** Writes the visits of a state; those that go on reach to the end. */
    void write(Markup html, List<Visit> visits) {
        html.open("svg").attribute("class", "times").attribute("role", "img");
        html.attribute("aria-label", words(visits));
        html.attribute("width", WIDTH).attribute("height", HEIGHT);
        List<Visit> each = visits.size() <= MOST ? visits : visits.subList(0, MOST);
        each.forEach(visit -> bar(html, visit.start(), endOf(visit), kind(visit.fate())));
        List<Visit> rest = visits.subList(each.size(), visits.size());
        if (!rest.isEmpty()) {
            Instant last =
                    rest.stream().map(this::endOf).max(Instant::compareTo).orElse(end);
            Fate worst = rest.stream().map(Visit::fate).min(Fate::compareTo).orElse(Fate.PASSED);
            bar(html, rest.get(0).start(), last, kind(worst));
        }
        html.close("svg");
    }

    private void bar(Markup html, Instant from, Instant to, String kind) {
        double width = Math.max(LEAST, place(to) - place(from));
        html.open("rect").attribute("class", kind);
        html.attribute("x", Math.min(place(from), WIDTH - width));
        html.attribute("width", width).attribute("height", HEIGHT).close();
    }

    private double place(Instant time) {
        long all = Duration.between(start, end).toNanos();
        return all == 0 ? 0 : (double) WIDTH * Duration.between(start, time).toNanos() / all;
    }

    private Instant endOf(Visit visit) {
        return visit.end().orElse(end);
    }

    private String words(List<Visit> visits) {
        Visit first = visits.get(0);
        Instant last = visits.stream().map(this::endOf).max(Instant::compareTo).orElse(end);
        return "from " + Elapsed.text(Duration.between(start, first.start())) + " to "
                + Elapsed.text(Duration.between(start, last));
    }

    private static String kind(Fate fate) {
        return switch (fate) {
            case RUNNING -> "busy";
            case FAILED, CAUGHT -> "bad";
            case STOPPED -> "stopped";
            case PASSED -> "good";
        };
    }
}
