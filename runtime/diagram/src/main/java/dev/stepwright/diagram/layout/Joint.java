package dev.stepwright.diagram.layout;

import org.jspecify.annotations.Nullable;

/** The piece of a way from a layer to the next one; pieces of ways that run together are one. */
final class Joint {
    final Cell upper;
    final Cell lower;
    final int weight;
    final boolean isReversed;

    /** Where it leaves the upper cell, and where it comes to the lower one. */
    double upperX;

    double lowerX;

    /** How far down it goes aside; of no meaning where it is straight, or leaves at a side. */
    double bendY;

    /** The box at whose side it ends, on the way to the middle of the other cell; none if it ends above and below. */
    @Nullable
    Cell side;

    Joint(Cell upper, Cell lower, int weight, boolean isReversed) {
        this.upper = upper;
        this.lower = lower;
        this.weight = weight;
        this.isReversed = isReversed;
    }

    /** Returns whether it does not need a track of its own. */
    boolean isStraight() {
        return side != null || Math.abs(upperX - lowerX) < 0.5;
    }

    double left() {
        return Math.min(upperX, lowerX);
    }

    double right() {
        return Math.max(upperX, lowerX);
    }

    Cell other(Cell end) {
        return end == upper ? lower : upper;
    }
}
