package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Size;

/**
 * A machine within a figure.
 *
 * @param caption which one it is; empty where there is one only
 */
record Panel(String caption, Drawing drawing) {
    static final double PADDING = 14;
    static final double CAPTION = 14;

    Size size() {
        Size inner = drawing.placement().size();
        double width = Math.max(inner.width(), Lettering.DETAIL.width(caption));
        return new Size(width + 2 * PADDING, inner.height() + 2 * PADDING + captionHeight());
    }

    double captionHeight() {
        return caption.isEmpty() ? 0 : CAPTION;
    }
}
