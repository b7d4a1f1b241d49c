package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Size;
import java.util.ArrayList;
import java.util.List;

/** What the marks in a picture say, in a row below it. */
record Legend(List<Entry> entries, Size size) {
    private static final double HEIGHT = 44;
    private static final double SIGN = 24;
    private static final double GAP = 18;

    /** @param left where it begins in the row */
    record Entry(Mark mark, double left) {}

    static Legend of(Drawing drawing) {
        List<Entry> entries = new ArrayList<>();
        double left = 0;
        for (Mark mark : drawing.marks()) {
            entries.add(new Entry(mark, left));
            left += SIGN + Lettering.DETAIL.width(mark.words()) + GAP;
        }
        return new Legend(List.copyOf(entries), entries.isEmpty() ? Size.NONE : new Size(left - GAP, HEIGHT));
    }
}
