package dev.stepwright.diagram.layout;

/**
 * A way between two boxes that is to be drawn.
 *
 * @param from the index of the box where it begins
 * @param to the index of the box where it ends
 * @param label the size of what is written at it, near its beginning; {@link Size#NONE} for nothing
 * @param isMain whether it is rather to be straight than others
 * @param bundle long ways of the same bundle to the same box run together
 */
public record Link(int from, int to, Size label, boolean isMain, int bundle) {
    /** How much more than others main ways matter. */
    static final int MAIN = 3;

    boolean hasLabel() {
        return !label.equals(Size.NONE);
    }

    boolean isLoop() {
        return from == to;
    }

    int weight() {
        return isMain ? MAIN : 1;
    }
}
