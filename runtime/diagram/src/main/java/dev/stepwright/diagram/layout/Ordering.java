package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the cells of each layer into an order in which few ways cross: by the middle of their neighbours, then by swaps. */
final class Ordering {
    private static final int SWEEPS = 24;
    private static final int SWAPS = 12;

    private final List<List<Cell>> layers;

    private Ordering(List<List<Cell>> layers) {
        this.layers = layers;
    }

    static void improve(List<List<Cell>> layers) {
        new Ordering(layers).sweep();
    }

    private void sweep() {
        List<List<Cell>> best = snapshot();
        long fewest = crossings();
        int idle = 0;
        for (int i = 0; i < SWEEPS && fewest > 0 && idle < 6; i++) {
            boolean isDown = i % 2 == 0;
            for (int k = 1; k < layers.size(); k++) {
                sort(layers.get(isDown ? k : layers.size() - 1 - k), isDown ? Ordering::above : Ordering::below);
            }
            swap();
            long crossings = crossings();
            idle++;
            if (crossings < fewest) {
                fewest = crossings;
                best = snapshot();
                idle = 0;
            }
        }
        for (int k = 0; k < layers.size(); k++) {
            layers.set(k, best.get(k));
            number(best.get(k));
        }
    }

    private List<List<Cell>> snapshot() {
        List<List<Cell>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private static void number(List<Cell> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).order = i;
        }
    }

    private static List<Cell> above(Cell cell) {
        return cell.up.stream().map(joint -> joint.upper).toList();
    }

    private static List<Cell> below(Cell cell) {
        return cell.down.stream().map(joint -> joint.lower).toList();
    }

    /** A cell without neighbours stays where it is. */
    private static void sort(List<Cell> layer, Function<Cell, List<Cell>> neighbours) {
        record Ranked(Cell cell, double middle) {}
        List<Ranked> movable = new ArrayList<>();
        for (Cell cell : layer) {
            neighbours.apply(cell).stream()
                    .mapToInt(other -> other.order)
                    .average()
                    .ifPresent(middle -> movable.add(new Ranked(cell, middle)));
        }
        List<Integer> places =
                movable.stream().map(ranked -> ranked.cell().order).toList();
        movable.sort(Comparator.comparingDouble(Ranked::middle));
        for (int i = 0; i < places.size(); i++) {
            layer.set(places.get(i), movable.get(i).cell());
        }
        number(layer);
    }

    /** Swaps neighbours in a layer as long as that makes crossings fewer. */
    private void swap() {
        for (List<Cell> layer : layers) {
            Map<Cell, int[]> above = new HashMap<>();
            Map<Cell, int[]> below = new HashMap<>();
            layer.forEach(cell -> above.put(cell, orders(above(cell))));
            layer.forEach(cell -> below.put(cell, orders(below(cell))));
            boolean isBetter = true;
            for (int pass = 0; isBetter && pass < SWAPS; pass++) {
                isBetter = false;
                for (int i = 0; i + 1 < layer.size(); i++) {
                    Cell left = layer.get(i);
                    Cell right = layer.get(i + 1);
                    long now =
                            crossings(above.get(left), above.get(right)) + crossings(below.get(left), below.get(right));
                    if (now > 0
                            && now
                                    > crossings(above.get(right), above.get(left))
                                            + crossings(below.get(right), below.get(left))) {
                        layer.set(i, right);
                        layer.set(i + 1, left);
                        isBetter = true;
                    }
                }
            }
            number(layer);
        }
    }

    private static int[] orders(List<Cell> cells) {
        return cells.stream().mapToInt(cell -> cell.order).sorted().toArray();
    }

    /** Returns how many ways of two neighbours cross, whose other ends stand in these places. */
    private static long crossings(int[] left, int[] right) {
        long count = 0;
        int smaller = 0;
        for (int order : left) {
            while (smaller < right.length && right[smaller] < order) {
                smaller++;
            }
            count += smaller;
        }
        return count;
    }

    private long crossings() {
        long count = 0;
        for (int k = 1; k < layers.size(); k++) {
            count += crossings(layers.get(k), layers.get(k - 1).size());
        }
        return count;
    }

    /** Counts, for each way from left to right, those before it that come from further right; by a tree of sums. */
    private static long crossings(List<Cell> layer, int above) {
        int[] sums = new int[above + 1];
        long count = 0;
        int total = 0;
        for (Cell cell : layer) {
            List<Cell> upper = above(cell);
            for (Cell from : upper) {
                int upTo = 0;
                for (int i = from.order + 1; i > 0; i -= i & -i) {
                    upTo += sums[i];
                }
                count += total - upTo;
            }
            for (Cell from : upper) {
                for (int i = from.order + 1; i <= above; i += i & -i) {
                    sums[i]++;
                }
                total++;
            }
        }
        return count;
    }
}
