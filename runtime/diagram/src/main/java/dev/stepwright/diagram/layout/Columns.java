package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Puts cells beside each other so that long ways are straight and boxes stand in the middle of their neighbours: the four
 * alignments of Brandes and Köpf (Fast and Simple Horizontal Coordinate Assignment, 2001), of which the middle is taken.
 */
final class Columns {
    private final List<List<Cell>> layers;
    private final Set<Joint> conflicts = new HashSet<>();

    private Columns(List<List<Cell>> layers) {
        this.layers = layers;
    }

    /** Sets the middles of all cells; the leftmost edge is at 0. */
    static void place(List<List<Cell>> layers) {
        Columns columns = new Columns(layers);
        columns.findConflicts(Columns::isMain);
        columns.findConflicts(Columns::isPassing);
        columns.balance();
    }

    /** Pieces of some kind are to be straight; one of another kind that crosses them gives way. */
    private void findConflicts(Predicate<Joint> kind) {
        Predicate<Joint> isStraight = joint -> kind.test(joint) && !conflicts.contains(joint);
        for (int k = 1; k < layers.size(); k++) {
            List<Cell> layer = layers.get(k);
            int from = 0;
            int left = 0;
            for (int i = 0; i < layer.size(); i++) {
                Joint straight =
                        layer.get(i).up.stream().filter(isStraight).findFirst().orElse(null);
                if (straight == null && i + 1 < layer.size()) {
                    continue;
                }
                int right = straight == null ? layers.get(k - 1).size() : straight.upper.order;
                for (; from <= i; from++) {
                    for (Joint joint : layer.get(from).up) {
                        int at = joint.upper.order;
                        if ((at < left || at > right) && !isStraight.test(joint) && !isMain(joint)) {
                            conflicts.add(joint);
                        }
                    }
                }
                left = right;
            }
        }
    }

    private static boolean isMain(Joint joint) {
        return joint.weight >= Link.MAIN;
    }

    private static boolean isPassing(Joint joint) {
        return joint.upper.kind == Cell.Kind.PASSAGE && joint.lower.kind == Cell.Kind.PASSAGE;
    }

    private void balance() {
        List<double[]> four = new ArrayList<>();
        for (boolean isDown : new boolean[] {true, false}) {
            for (boolean isLeft : new boolean[] {true, false}) {
                four.add(new Alignment(layers, conflicts, isDown, isLeft).columns());
            }
        }
        double[] narrowest =
                four.stream().min(Comparator.comparingDouble(this::width)).orElseThrow();
        for (int i = 0; i < four.size(); i++) {
            double[] xs = four.get(i);
            boolean isLeft = i % 2 == 0;
            double shift = isLeft ? left(narrowest) - left(xs) : right(narrowest) - right(xs);
            Arrays.setAll(xs, cell -> xs[cell] + shift);
        }
        double[] best = middle(four);
        for (double[] one : four) {
            if (bend(one) < bend(best)) {
                best = one;
            }
        }
        double left = left(best);
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                cell.x = best[cell.index] - left;
            }
        }
    }

    private static double[] middle(List<double[]> four) {
        double[] middle = new double[four.get(0).length];
        Arrays.setAll(middle, cell -> {
            double[] sorted = four.stream().mapToDouble(xs -> xs[cell]).sorted().toArray();
            return (sorted[1] + sorted[2]) / 2;
        });
        return middle;
    }

    /** Returns how much main ways go aside, and a little for others. */
    private double bend(double[] xs) {
        return cells().flatMap(cell -> cell.up.stream())
                .mapToDouble(joint -> joint.weight * Math.abs(xs[joint.upper.index] - xs[joint.lower.index]))
                .sum();
    }

    private double left(double[] xs) {
        return cells().mapToDouble(cell -> xs[cell.index] - cell.size.width() / 2)
                .min()
                .orElse(0);
    }

    private double right(double[] xs) {
        return cells().mapToDouble(cell -> xs[cell.index] + cell.size.width() / 2)
                .max()
                .orElse(0);
    }

    private double width(double[] xs) {
        return right(xs) - left(xs);
    }

    private Stream<Cell> cells() {
        return layers.stream().flatMap(List::stream);
    }
}
