package dev.stepwright.diagram.layout;

/** The extent of something drawn, in pixels. */
public record Size(double width, double height) {
    /** Nothing to be drawn. */
    public static final Size NONE = new Size(0, 0);
}
