package dev.stepwright.diagram.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where ways leave boxes and come to them: straight above or below the other end where that is possible, else apart from each other. */
final class Ports {
    private static final double GAP = 16;
    private static final double CORNER = 20;

    /** Where a way may end if that makes it straight. */
    private static final double NEAR_CORNER = 17;

    /** A way that goes less aside than this is made straight where it can. */
    private static final double KINK = 10;

    private Ports() {}

    static void place(List<List<Cell>> layers) {
        layers.forEach(Sides::use);
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                List<Joint> down = sorted(cell.down, joint -> joint.lower.x);
                double[] xs = spread(
                        cell, down.stream().mapToDouble(joint -> joint.lower.x).toArray());
                for (int i = 0; i < xs.length; i++) {
                    down.get(i).upperX = xs[i];
                }
            }
            for (Cell cell : layer) {
                List<Joint> up = sorted(cell.up, joint -> joint.upperX);
                double[] xs = spread(
                        cell, up.stream().mapToDouble(joint -> joint.upperX).toArray());
                for (int i = 0; i < xs.length; i++) {
                    up.get(i).lowerX = xs[i];
                }
            }
        }
        layers.forEach(layer -> layer.forEach(cell -> cell.up.forEach(Ports::straighten)));
    }

    private static List<Joint> sorted(List<Joint> joints, ToDoubleFunction<Joint> x) {
        return joints.stream()
                .filter(joint -> joint.side == null)
                .sorted(Comparator.comparingDouble(x))
                .toList();
    }

    /** Returns places on a box as near as possible to the wanted ones, which are in order; on all else the middle. */
    private static double[] spread(Cell cell, double[] wanted) {
        double corner = Math.min(CORNER, cell.drawn.width() / 2);
        double left = cell.left() + corner;
        double right = cell.right() - corner;
        double[] xs = new double[wanted.length];
        if (cell.kind != Cell.Kind.BOX || right - left < 1) {
            Arrays.fill(xs, cell.x);
            return xs;
        }
        double gap = Math.min(GAP, (right - left) / Math.max(1, wanted.length - 1));
        if (gap < KINK) {
            Arrays.fill(xs, cell.x); // too many to be told apart: they run together
            return xs;
        }
        for (int i = 0; i < wanted.length; i++) {
            double x = Math.max(left, Math.min(right, wanted[i]));
            xs[i] = i == 0 ? x : Math.max(x, xs[i - 1] + gap);
        }
        for (int i = xs.length - 1; i >= 0; i--) {
            xs[i] = Math.min(xs[i], i == xs.length - 1 ? right : xs[i + 1] - gap);
        }
        return xs;
    }

    private static void straighten(Joint joint) {
        double aside = Math.abs(joint.upperX - joint.lowerX);
        if (joint.side != null || aside == 0 || aside > KINK) {
            return;
        }
        double[] below = joint.upper.down.stream()
                .filter(other -> other != joint)
                .mapToDouble(other -> other.upperX)
                .toArray();
        double[] above = joint.lower.up.stream()
                .filter(other -> other != joint)
                .mapToDouble(other -> other.lowerX)
                .toArray();
        if (fits(joint.upper, joint.lowerX, below)) {
            joint.upperX = joint.lowerX;
        } else if (fits(joint.lower, joint.upperX, above)) {
            joint.lowerX = joint.upperX;
        }
    }

    private static boolean fits(Cell box, double x, double[] others) {
        return box.kind == Cell.Kind.BOX
                && x >= box.left() + NEAR_CORNER
                && x <= box.right() - NEAR_CORNER
                && Arrays.stream(others).allMatch(other -> Math.abs(other - x) >= KINK);
    }
}
