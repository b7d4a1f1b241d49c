package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        columns.findConflicts();
        columns.balance();
    }

    /** Ways on their way through are to be straight; a piece of another way that crosses them gives way. */
    private void findConflicts() {
        for (int k = 1; k < layers.size(); k++) {
            List<Cell> layer = layers.get(k);
            int from = 0;
            int left = 0;
            for (int i = 0; i < layer.size(); i++) {
                Joint inner = inner(layer.get(i));
                if (inner == null && i + 1 < layer.size()) {
                    continue;
                }
                int right = inner == null ? layers.get(k - 1).size() : inner.upper.order;
                for (; from <= i; from++) {
                    for (Joint joint : layer.get(from).up) {
                        int at = joint.upper.order;
                        if ((at < left || at > right) && !isInner(joint)) {
                            conflicts.add(joint);
                        }
                    }
                }
                left = right;
            }
        }
    }

    private static @Nullable Joint inner(Cell cell) {
        return cell.up.stream().filter(Columns::isInner).findFirst().orElse(null);
    }

    private static boolean isInner(Joint joint) {
        return joint.upper.kind == Cell.Kind.PASSAGE && joint.lower.kind == Cell.Kind.PASSAGE;
    }

    private void balance() {
        List<Map<Cell, Double>> four = new ArrayList<>();
        for (boolean isDown : new boolean[] {true, false}) {
            for (boolean isLeft : new boolean[] {true, false}) {
                four.add(new Alignment(layers, conflicts, isDown, isLeft).columns());
            }
        }
        Map<Cell, Double> narrowest =
                four.stream().min(Comparator.comparingDouble(Columns::width)).orElseThrow();
        for (int i = 0; i < four.size(); i++) {
            boolean isLeft = i % 2 == 0;
            double shift = isLeft ? left(narrowest) - left(four.get(i)) : right(narrowest) - right(four.get(i));
            four.get(i).replaceAll((cell, x) -> x + shift);
        }
        Map<Cell, Double> best = middle(four);
        for (Map<Cell, Double> one : four) {
            if (bend(one) < bend(best)) {
                best = one;
            }
        }
        double left = left(best);
        best.forEach((cell, x) -> cell.x = x - left);
    }

    private Map<Cell, Double> middle(List<Map<Cell, Double>> four) {
        Map<Cell, Double> middle = new HashMap<>();
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                double[] xs =
                        four.stream().mapToDouble(xOf -> xOf.get(cell)).sorted().toArray();
                middle.put(cell, (xs[1] + xs[2]) / 2);
            }
        }
        return middle;
    }

    /** Returns how much main ways go aside, and a little for others. */
    private double bend(Map<Cell, Double> xs) {
        double bend = 0;
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                for (Joint joint : cell.up) {
                    bend += joint.weight * Math.abs(xs.get(joint.upper) - xs.get(cell));
                }
            }
        }
        return bend;
    }

    private static double left(Map<Cell, Double> xs) {
        return xs.entrySet().stream()
                .mapToDouble(x -> x.getValue() - x.getKey().size.width() / 2)
                .min()
                .orElse(0);
    }

    private static double right(Map<Cell, Double> xs) {
        return xs.entrySet().stream()
                .mapToDouble(x -> x.getValue() + x.getKey().size.width() / 2)
                .max()
                .orElse(0);
    }

    private static double width(Map<Cell, Double> xs) {
        return right(xs) - left(xs);
    }
}
