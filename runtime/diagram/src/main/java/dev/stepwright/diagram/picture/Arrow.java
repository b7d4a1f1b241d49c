package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Link;
import dev.stepwright.diagram.layout.Size;
import java.util.List;

/**
 * A way to be drawn: all transitions from a state to another one, those by a catcher apart from the others.
 *
 * @param from the index of the figure where it begins
 * @param to the index of the figure where it ends
 * @param label what is written at it
 * @param tooltip when it is taken, in full
 */
record Arrow(int from, int to, boolean isCatch, List<String> label, String tooltip) {
    Link link() {
        double width = Lettering.DETAIL.width(label);
        double height = label.size() * Lettering.DETAIL.line();
        Size size = label.isEmpty() ? Size.NONE : new Size(width + 8, height + 2);
        return new Link(from, to, size, label.isEmpty(), isCatch ? 1 : 0);
    }
}
