package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a place in a layer. */
final class Cell {
    /** What it is. */
    enum Kind {
        /** One of the boxes. */
        BOX,
        /** What is written at a way. */
        LABEL,
        /** Ways on their way through the layer. */
        PASSAGE
    }

    private static final double BESIDE_BOX = 16;
    private static final double BESIDE_LINE = 10;

    final Kind kind;

    /** What is drawn, and the room that it takes, with the loops at its sides. */
    final Size drawn;

    final Size size;
    final int layer;

    /** What comes from the layer above, and what goes to the layer below. */
    final List<Joint> up = new ArrayList<>();

    final List<Joint> down = new ArrayList<>();

    /** The piece by which all ways that come here go on; none at a box. */
    @Nullable
    Joint onwards;

    /** The place in the layer, from the left. */
    int order;

    /** The middle, and the upper edge of what is drawn. */
    double x;

    double y;

    Cell(Kind kind, Size drawn, Size size, int layer) {
        this.kind = kind;
        this.drawn = drawn;
        this.size = size;
        this.layer = layer;
    }

    double left() {
        return x - drawn.width() / 2;
    }

    double right() {
        return x + drawn.width() / 2;
    }

    double bottom() {
        return y + drawn.height();
    }

    boolean hasLoops() {
        return drawn.width() < size.width();
    }

    /** Returns how far the middles of two neighbours are apart at least. */
    double distanceTo(Cell neighbour) {
        return size.width() / 2 + margin() + neighbour.margin() + neighbour.size.width() / 2;
    }

    private double margin() {
        return kind == Kind.BOX ? BESIDE_BOX : BESIDE_LINE;
    }
}
