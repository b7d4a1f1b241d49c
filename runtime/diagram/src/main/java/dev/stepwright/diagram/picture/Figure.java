package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Placement;
import dev.stepwright.diagram.layout.Shelves;
import dev.stepwright.diagram.layout.Size;
import java.util.List;

/**
 * What is drawn for a state, or a mark for a start or end.
 *
 * @param id names it in the picture; the same as long as the state has its name
 * @param name the name of the state; empty for a mark
 * @param trail what has happened with the state
 * @param panels the machines within it
 */
record Figure(Kind kind, String id, String name, Wording wording, boolean hasRetry, Trail trail, List<Panel> panels) {
    static final double PADDING = 10;
    static final double SIGN = 26;

    /** How far the tips of a decision stand out. */
    static final double TIP = 16;

    private static final double NARROWEST = 96;
    private static final double WIDEST_NOTE = 260;
    private static final double START = 14;
    private static final double END = 18;

    static Figure mark(Kind kind) {
        return new Figure(kind, "", "", Wording.NONE, false, Trail.NONE, List.of());
    }

    /** Returns what tells of the picture itself. */
    static Figure note(String text) {
        Wording wording = new Wording(Lettering.NAME.wrap(text, WIDEST_NOTE, 4), List.of(), "");
        return new Figure(Kind.NOTE, "", "", wording, false, Trail.NONE, List.of());
    }

    Size size() {
        if (kind.isMark()) {
            return kind == Kind.START ? new Size(START, START) : new Size(END, END);
        }
        double width = Math.max(
                NARROWEST, wording.width() + SIGN + 2 * PADDING + (kind == Kind.CHOICE ? 2 * TIP - PADDING : 0));
        if (panels.isEmpty()) {
            return new Size(width, header());
        }
        Size inner = shelves().size();
        return new Size(Math.max(width, inner.width() + 2 * PADDING), header() + inner.height() + PADDING);
    }

    /** Returns the height of what stands above the panels. */
    double header() {
        return wording.height() + 2 * PADDING - 2;
    }

    Placement shelves() {
        return Shelves.of(panels.stream().map(Panel::size).toList(), PADDING);
    }
}
