package dev.stepwright.diagram.picture;

import dev.stepwright.asl.RetryRule;
import dev.stepwright.asl.State;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is written on a figure.
 *
 * @param title the lines of its name
 * @param detail the lines below
 * @param tooltip what is shown when a reader points at it: all that has no room
 */
record Wording(List<String> title, List<String> detail, String tooltip) {
    static final Wording NONE = new Wording(List.of(), List.of(), "");

    private static final double WIDEST = 210;
    private static final Details DETAILS = new Details();

    static Wording of(State state, Kind kind, Trail trail) {
        String detail = state.accept(DETAILS);
        return new Wording(
                title(state.name()), Lettering.DETAIL.wrap(detail, WIDEST, 2), tooltip(state, kind, detail, trail));
    }

    static Wording ofMissing(String name) {
        return new Wording(title(name), List.of("no such state"), "There is no state \"" + name + "\".");
    }

    private static List<String> title(String name) {
        return Lettering.NAME.wrap(name, WIDEST, 2);
    }

    private static String tooltip(State state, Kind kind, String detail, Trail trail) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(kind.word() + " " + state.name());
        if (!trail.words().isEmpty()) {
            lines.add(trail.words());
        }
        if (!detail.isEmpty()) {
            lines.add(state.text("Resource").orElse(detail));
        }
        state.comment().ifPresent(lines::add);
        state.retryRules().forEach(rule -> lines.add(retry(rule)));
        return lines.toString();
    }

    private static String retry(RetryRule rule) {
        String times = rule.json().path("MaxAttempts").asString("3");
        return "retries on " + String.join(", ", rule.errorEquals()) + ", at most " + times + " times";
    }

    double width() {
        return Math.max(Lettering.NAME.width(title), Lettering.DETAIL.width(detail));
    }

    double height() {
        return title.size() * Lettering.NAME.line() + detail.size() * Lettering.DETAIL.line();
    }
}
