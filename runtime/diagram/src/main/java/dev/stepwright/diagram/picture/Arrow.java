package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Link;
import dev.stepwright.diagram.layout.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to be drawn: all transitions from a state to another one, those by a catcher apart from the others.
 *
 * @param from the index of the figure where it begins
 * @param to the index of the figure where it ends
 * @param label what is written at it
 * @param tooltip when it is taken, in full
 * @param trail what has happened on it
 */
record Arrow(int from, int to, boolean isCatch, List<String> label, String tooltip, Trail trail) {
    private static final double WIDEST = 150;
    private static final int LINES = 3;

    /** Returns a way on which nothing is written. */
    static Arrow plain(int from, int to, Trail trail) {
        return labelled(from, to, false, List.of(), trail);
    }

    /** @param conditions when it is taken: conditions of a Choice, or names of errors */
    static Arrow labelled(int from, int to, boolean isCatch, List<String> conditions, Trail trail) {
        List<String> told = new ArrayList<>(conditions);
        if (!trail.words().isEmpty()) {
            told.add(trail.words());
        }
        return new Arrow(from, to, isCatch, label(conditions), String.join("\n", told), trail);
    }

    /** Returns the lines of a label: one condition over several lines, or a few conditions with a line each. */
    private static List<String> label(List<String> texts) {
        if (texts.size() == 1) {
            return wrapped(texts.get(0), LINES);
        }
        int shown = texts.size() <= LINES ? texts.size() : LINES - 1;
        List<String> lines = new ArrayList<>();
        texts.subList(0, shown).forEach(text -> lines.addAll(wrapped(text, 1)));
        if (shown < texts.size()) {
            lines.add("and " + (texts.size() - shown) + " more");
        }
        return lines;
    }

    private static List<String> wrapped(String text, int most) {
        String fitted = ShortPaths.fitted(text, shorter -> Lettering.DETAIL.fits(shorter, WIDEST, most));
        return Lettering.DETAIL.wrap(fitted, WIDEST, most);
    }

    Link link() {
        double width = Lettering.DETAIL.width(label);
        double height = label.size() * Lettering.DETAIL.line();
        Size size = label.isEmpty() ? Size.NONE : new Size(width + 8, height + 2);
        return new Link(from, to, size, label.isEmpty(), isCatch ? 1 : 0);
    }
}
