package dev.stepwright.diagram.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Which box stands in which layer, so that all ways but those of loops lead down. */
final class Ranks {
    private static final int PASSES = 4;

    private final List<Link> links;
    private final List<List<Integer>> out = new ArrayList<>();
    private final List<List<Integer>> in = new ArrayList<>();
    private final boolean[] isReversed;
    private final int[] rank;
    private final Rows rows;

    private Ranks(List<Size> boxes, List<Link> links) {
        this.links = links;
        this.isReversed = new boolean[links.size()];
        this.rank = new int[boxes.size()];
        for (int box = 0; box < rank.length; box++) {
            out.add(new ArrayList<>());
            in.add(new ArrayList<>());
        }
        turnLoops();
        for (int link = 0; link < links.size(); link++) {
            out.get(upper(link)).add(link);
            in.get(lower(link)).add(link);
        }
        this.rows = Rows.of(boxes, links, this, fromTheTop(link -> 1));
    }

    /** @param links without those from a box to itself */
    static Ranks of(List<Size> boxes, List<Link> links) {
        Ranks ranks = new Ranks(boxes, links);
        ranks.pullDown(ranks.fromTheTop(link -> ranks.length(link) + ranks.rows.below(link)));
        return ranks;
    }

    /** Returns the links that lead to a box from above, and those that lead down from it. */
    List<Integer> above(int box) {
        return in.get(box);
    }

    List<Integer> below(int box) {
        return out.get(box);
    }

    Rows rows() {
        return rows;
    }

    int of(int box) {
        return rank[box];
    }

    /** Returns how many cells the layers will have: boxes, labels, and ways that pass. */
    long cells() {
        record Passages(int end, int bundle, boolean isReversed, boolean isInRows) {}
        Map<Passages, Integer> longest = new HashMap<>();
        long labels = 0;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            int span = Math.abs(rank[link.to()] - rank[link.from()]);
            boolean isInRows = rows.has(i);
            int end = isInRows ? link.from() : link.to();
            longest.merge(new Passages(end, link.bundle(), isReversed[i], isInRows), span - 1, Math::max);
            labels += link.hasLabel() ? 1 : 0;
        }
        return rank.length
                + labels
                + longest.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Returns whether a way leads up, against the direction of the others. */
    boolean isReversed(int link) {
        return isReversed[link];
    }

    int upper(int link) {
        return isReversed[link] ? links.get(link).to() : links.get(link).from();
    }

    int lower(int link) {
        return isReversed[link] ? links.get(link).from() : links.get(link).to();
    }

    /** Goes through the boxes in depth; a way back to a box that is being gone through closes a loop. */
    private void turnLoops() {
        List<Deque<Integer>> ahead = leaving();
        boolean[] isFound = new boolean[rank.length];
        boolean[] isOpen = new boolean[rank.length];
        Deque<Integer> path = new ArrayDeque<>();
        for (int root = 0; root < rank.length; root++) {
            enter(root, path, isFound, isOpen);
            while (!path.isEmpty()) {
                Integer link = ahead.get(path.element()).poll();
                if (link == null) {
                    isOpen[path.pop()] = false;
                } else if (isOpen[links.get(link).to()]) {
                    isReversed[link] = true;
                } else {
                    enter(links.get(link).to(), path, isFound, isOpen);
                }
            }
        }
    }

    private static void enter(int box, Deque<Integer> path, boolean[] isFound, boolean[] isOpen) {
        if (!isFound[box]) {
            isFound[box] = true;
            isOpen[box] = true;
            path.push(box);
        }
    }

    private List<Deque<Integer>> leaving() {
        List<Deque<Integer>> leaving = new ArrayList<>();
        for (int box = 0; box < rank.length; box++) {
            leaving.add(new ArrayDeque<>());
        }
        for (int link = 0; link < links.size(); link++) {
            leaving.get(links.get(link).from()).add(link);
        }
        return leaving;
    }

    /** Puts each box as high as the ways to it allow; returns the boxes, each after those above it. */
    private List<Integer> fromTheTop(IntUnaryOperator length) {
        int[] open = new int[rank.length];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int box = 0; box < rank.length; box++) {
            open[box] = in.get(box).size();
            if (open[box] == 0) {
                ready.add(box);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int box = ready.remove();
            order.add(box);
            for (int link : out.get(box)) {
                int below = lower(link);
                rank[below] = Math.max(rank[below], rank[box] + length.applyAsInt(link));
                if (--open[below] == 0) {
                    ready.add(below);
                }
            }
        }
        return order;
    }

    /** Moves boxes down to what follows, where that makes ways shorter; never the first box. */
    private void pullDown(List<Integer> order) {
        for (int pass = 0; pass < PASSES; pass++) {
            int[] before = rank.clone();
            for (int i = order.size() - 1; i >= 0; i--) {
                int box = order.get(i);
                if (box != 0 && !rows.isPlaced(box) && weight(out.get(box)) > weight(in.get(box))) {
                    rank[box] = out.get(box).stream()
                            .mapToInt(link -> rank[lower(link)] - length(link))
                            .min()
                            .orElse(rank[box]);
                }
            }
            if (Arrays.equals(before, rank)) {
                return;
            }
        }
    }

    private int weight(List<Integer> some) {
        return some.stream().mapToInt(link -> links.get(link).weight()).sum();
    }

    /** A label takes a layer of its own. */
    int length(int link) {
        return links.get(link).hasLabel() ? 2 : 1;
    }
}
