package dev.stepwright.diagram.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the four alignments: each cell below a neighbour in the middle of those above it, or above one below it, as far left or right as it goes. */
final class Alignment {
    /** Ways of more boxes than this that join lie below none of them. */
    private static final int MOST_JOINED = 4;

    private final List<List<Cell>> layers = new ArrayList<>();
    private final Set<Joint> conflicts;
    private final boolean isDown;
    private final boolean isLeft;

    /** By the index of each cell: the first of those aligned with it, and the next one. */
    private final Cell[] root;

    private final Cell[] next;
    private final Map<Cell, List<Distance>> rightOf = new HashMap<>();
    private final Map<Cell, List<Distance>> leftOf = new HashMap<>();

    /** How far a block of aligned cells is from another one at least. */
    private record Distance(Cell block, double pixels) {}

    /**
     * @param conflicts pieces along which nothing is to be aligned
     * @param isDown whether the neighbours above count, or those below
     * @param isLeft whether cells go as far left as they can, or right
     */
    Alignment(List<List<Cell>> layers, Set<Joint> conflicts, boolean isDown, boolean isLeft) {
        this.conflicts = conflicts;
        this.isDown = isDown;
        this.isLeft = isLeft;
        for (List<Cell> layer : layers) {
            List<Cell> copy = new ArrayList<>(layer);
            if (!isLeft) {
                Collections.reverse(copy);
            }
            this.layers.add(copy);
        }
        if (!isDown) {
            Collections.reverse(this.layers);
        }
        int cells = layers.stream().mapToInt(List::size).sum();
        this.root = new Cell[cells];
        this.next = new Cell[cells];
    }

    /** Returns the middle of each cell, by its index. */
    double[] columns() {
        align();
        double[] xs = compact(separate());
        double[] columns = new double[xs.length];
        for (int cell = 0; cell < xs.length; cell++) {
            double x = xs[root[cell].index];
            columns[cell] = isLeft ? x : -x;
        }
        return columns;
    }

    private int position(Cell cell) {
        return isLeft ? cell.order : -cell.order;
    }

    private void align() {
        layers.forEach(layer -> layer.forEach(cell -> {
            root[cell.index] = cell;
            next[cell.index] = cell;
        }));
        for (List<Cell> layer : layers) {
            int before = Integer.MIN_VALUE;
            for (Cell cell : layer) {
                for (Joint joint : middle(cell)) {
                    Cell neighbour = other(joint);
                    if (next[cell.index] == cell && before < position(neighbour) && !conflicts.contains(joint)) {
                        next[neighbour.index] = cell;
                        root[cell.index] = root[neighbour.index];
                        next[cell.index] = root[neighbour.index];
                        before = position(neighbour);
                    }
                }
            }
        }
    }

    private Cell other(Joint joint) {
        return isDown ? joint.upper : joint.lower;
    }

    /** Returns the piece, or the two pieces, to the middle of the neighbours; of those that matter most to both ends. */
    private List<Joint> middle(Cell cell) {
        List<Joint> joints = isDown ? cell.up : cell.down;
        int most = most(joints);
        List<Joint> main = joints.stream()
                .filter(joint ->
                        joint.weight == most && joint.weight == most(isDown ? joint.upper.down : joint.lower.up))
                .sorted(Comparator.comparingInt(joint -> position(other(joint))))
                .toList();
        if (main.isEmpty() || cell.kind == Cell.Kind.PASSAGE && main.size() > MOST_JOINED) {
            return List.of();
        }
        return main.subList((main.size() - 1) / 2, main.size() / 2 + 1);
    }

    private static int most(List<Joint> joints) {
        return joints.stream().mapToInt(joint -> joint.weight).max().orElse(0);
    }

    /** Returns the blocks, each after those that it has to be right of. */
    private List<Cell> separate() {
        Map<Cell, Integer> open = new HashMap<>();
        List<Cell> roots = new ArrayList<>();
        for (List<Cell> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                Cell block = root[layer.get(i).index];
                if (block == layer.get(i)) {
                    roots.add(block);
                }
                if (i > 0) {
                    Cell left = root[layer.get(i - 1).index];
                    double pixels = layer.get(i - 1).distanceTo(layer.get(i));
                    rightOf.computeIfAbsent(left, none -> new ArrayList<>()).add(new Distance(block, pixels));
                    leftOf.computeIfAbsent(block, none -> new ArrayList<>()).add(new Distance(left, pixels));
                    open.merge(block, 1, Integer::sum);
                }
            }
        }
        Deque<Cell> ready = new ArrayDeque<>();
        roots.stream().filter(block -> !open.containsKey(block)).forEach(ready::add);
        List<Cell> blocks = new ArrayList<>();
        while (!ready.isEmpty()) {
            Cell block = ready.remove();
            blocks.add(block);
            for (Distance right : rightOf.getOrDefault(block, List.of())) {
                if (open.merge(right.block(), -1, Integer::sum) == 0) {
                    ready.add(right.block());
                }
            }
        }
        return blocks;
    }

    /** Moves all blocks to the left, then those back that have room to the right. */
    private double[] compact(List<Cell> blocks) {
        double[] xs = new double[root.length];
        for (Cell block : blocks) {
            for (Distance left : leftOf.getOrDefault(block, List.of())) {
                xs[block.index] = Math.max(xs[block.index], xs[left.block().index] + left.pixels());
            }
        }
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Cell block = blocks.get(i);
            double x = xs[block.index];
            rightOf.getOrDefault(block, List.of()).stream()
                    .mapToDouble(right -> xs[right.block().index] - right.pixels())
                    .min()
                    .ifPresent(most -> xs[block.index] = Math.max(x, most));
        }
        return xs;
    }
}
