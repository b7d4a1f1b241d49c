package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The targets of a box that leads to too many to stand beside each other, in rows below one another. Only what nothing else leads to is moved; what
 * only follows such a target moves with it.
 */
final class Rows {
    private static final int NONE = -1;
    private static final int MOST_BESIDE = 6;
    private static final double WIDEST = 1600;
    private static final double GAP = 32;

    /** What a label and the room above and below a box add to its height. */
    private static final double AROUND = 100;

    private final List<Link> links;
    private final Ranks ranks;

    /** By each box: how wide it and what only follows it is, and how many layers that takes below the box. */
    private final double[] widths;

    private final double[] heights;
    private final int[] depths;
    private final boolean[] isPlaced;

    /** By each link: how many layers further down than others it leads. */
    private final int[] lowered;

    private Rows(List<Size> boxes, List<Link> links, Ranks ranks) {
        this.links = links;
        this.ranks = ranks;
        this.widths = boxes.stream().mapToDouble(Size::width).toArray();
        this.heights = boxes.stream().mapToDouble(Size::height).toArray();
        this.depths = new int[boxes.size()];
        this.isPlaced = new boolean[boxes.size()];
        this.lowered = new int[links.size()];
        Arrays.fill(lowered, NONE);
    }

    /** @param order the boxes, each after those above it */
    static Rows of(List<Size> boxes, List<Link> links, Ranks ranks, List<Integer> order) {
        Rows rows = new Rows(boxes, links, ranks);
        for (int i = order.size() - 1; i >= 0; i--) {
            rows.place(order.get(i));
        }
        order.forEach(rows::follow);
        return rows;
    }

    /** Returns whether a link leads to a box in rows: with others from the same box, and beside its target only apart from them. */
    boolean has(int link) {
        return lowered[link] != NONE;
    }

    /** Returns how many layers further down than others a link leads. */
    int below(int link) {
        return Math.max(0, lowered[link]);
    }

    /** Returns whether a box stands in a row, or follows one that does: then it has to stay there. */
    boolean isPlaced(int box) {
        return isPlaced[box];
    }

    private boolean isOnlyWay(int link) {
        int from = ranks.upper(link);
        return !ranks.isReversed(link)
                && ranks.above(ranks.lower(link)).stream().allMatch(other -> ranks.upper(other) == from);
    }

    private void place(int box) {
        List<Integer> own = ranks.below(box).stream().filter(this::isOnlyWay).toList();
        double all = own.stream().mapToDouble(link -> width(link) + GAP).sum();
        boolean isWide = own.size() > MOST_BESIDE && all > WIDEST;
        double most = isWide ? widestRow(own, all) : all;
        int top = 0;
        List<Integer> row = new ArrayList<>();
        double width = 0;
        for (int link : own) {
            if (width > 0 && width + width(link) > most) {
                top += height(row);
                row.clear();
                width = 0;
            }
            row.add(link);
            width += width(link) + GAP;
            widths[box] = Math.max(widths[box], width - GAP);
            if (isWide) {
                lowered[link] = top;
            }
        }
        depths[box] = top + height(row);
    }

    /** The last row is to be about as wide as the others. */
    private double widestRow(List<Integer> own, double all) {
        double rows = Math.ceil(all / Shelves.width(own.stream().map(this::size).toList(), GAP));
        return all / rows + own.stream().mapToDouble(this::width).max().orElse(0);
    }

    private double width(int link) {
        return Math.max(links.get(link).label().width(), widths[ranks.lower(link)]);
    }

    private Size size(int link) {
        int target = ranks.lower(link);
        return new Size(width(link), (heights[target] + AROUND) * (1 + depths[target]));
    }

    private int height(List<Integer> row) {
        return row.stream()
                .mapToInt(link -> ranks.length(link) + depths[ranks.lower(link)])
                .max()
                .orElse(0);
    }

    private void follow(int box) {
        ranks.below(box).stream()
                .filter(link -> has(link) || isPlaced[box] && isOnlyWay(link))
                .forEach(link -> isPlaced[ranks.lower(link)] = true);
    }
}
