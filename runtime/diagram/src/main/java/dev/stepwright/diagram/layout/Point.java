package dev.stepwright.diagram.layout;

/** A place in a picture, in pixels from its upper left corner. */
public record Point(double x, double y) {
    /** Returns the place so much further right and down. */
    public Point plus(double right, double down) {
        return new Point(x + right, y + down);
    }
}
