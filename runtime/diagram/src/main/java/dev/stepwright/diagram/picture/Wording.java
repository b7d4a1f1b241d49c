package dev.stepwright.diagram.picture;

import java.util.List;

/**
 * What is written on a figure.
 *
 * @param title the lines of its name
 * @param detail the lines below
 * @param tooltip what is shown when a reader points at it: all that has no room
 */
record Wording(List<String> title, List<String> detail, String tooltip) {
    static final Wording NONE = new Wording(List.of(), List.of(), "");

    double width() {
        return Math.max(Lettering.NAME.width(title), Lettering.DETAIL.width(detail));
    }

    double height() {
        return title.size() * Lettering.NAME.line() + detail.size() * Lettering.DETAIL.line();
    }
}
