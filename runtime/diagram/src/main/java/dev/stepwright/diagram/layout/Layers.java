package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The layers with all that stands in them: boxes, labels, and long ways on their way through. */
final class Layers {
    private final List<Link> links;
    private final Ranks ranks;
    private final List<Cell> boxes = new ArrayList<>();
    private final Map<Integer, List<Cell>> byRank = new TreeMap<>();
    private final Map<Passage, Cell> passages = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<List<Cell>> layers;
    private int cells;

    /** Long ways of one bundle to one box that lead the same way, or from one box to its targets in rows, in one layer. */
    private record Passage(int end, int bundle, boolean isReversed, boolean isInRows, int rank) {}

    /**
     * A link as it goes through the layers.
     *
     * @param pieces those that only it has, and those that it shares with ways from the same box
     * @param end where they lead to: {@link Cell#onwards} of it has the piece that comes next, and so on
     * @param label where something is written at it, else the cell where it begins
     */
    record Way(List<Joint> pieces, Cell end, Cell label) {}

    /**
     * @param drawn what is drawn of each box
     * @param sizes what room each takes
     * @param links without those from a box to itself
     */
    Layers(List<Size> drawn, List<Size> sizes, List<Link> links, Ranks ranks) {
        this.links = links;
        this.ranks = ranks;
        for (int box = 0; box < sizes.size(); box++) {
            boxes.add(add(Cell.Kind.BOX, drawn.get(box), sizes.get(box), ranks.of(box)));
        }
        for (int link = 0; link < links.size(); link++) {
            ways.add(ranks.rows().has(link) ? wayInRows(link) : way(link));
        }
        this.layers = new ArrayList<>(byRank.values());
        order();
    }

    List<List<Cell>> all() {
        return layers;
    }

    Cell box(int index) {
        return boxes.get(index);
    }

    List<Way> ways() {
        return ways;
    }

    private Cell add(Cell.Kind kind, Size drawn, Size size, int rank) {
        Cell cell = new Cell(kind, drawn, size, new Cell.Place(rank, cells++));
        byRank.computeIfAbsent(rank, none -> new ArrayList<>()).add(cell);
        return cell;
    }

    /** The label is in the layer beside the box where the link begins; from there on it may run with others. */
    private Way way(int index) {
        Link link = links.get(index);
        boolean isReversed = ranks.isReversed(index);
        int weight = isReversed ? 1 : link.weight();
        int step = isReversed ? -1 : 1;
        int end = ranks.of(link.to());
        Cell start = boxes.get(link.from());
        Cell label = start;
        Joint first = null;
        Cell here = start;
        boolean isJoined = false;
        for (int rank = ranks.of(link.from()) + step; !isJoined; rank += step) {
            Passage passage = new Passage(link.to(), link.bundle(), isReversed, false, rank);
            Cell there;
            if (rank == end) {
                there = boxes.get(link.to());
                isJoined = true;
            } else if (first == null && link.hasLabel()) {
                there = add(Cell.Kind.LABEL, link.label(), link.label(), rank);
                label = there;
            } else {
                isJoined = passages.containsKey(passage);
                there = passages.computeIfAbsent(
                        passage, none -> add(Cell.Kind.PASSAGE, Size.NONE, Size.NONE, none.rank()));
            }
            Joint joint = isReversed ? joint(there, here, weight, true) : joint(here, there, weight, false);
            if (first == null) {
                first = joint;
            } else {
                here.onwards = joint;
            }
            here = there;
        }
        Joint one = Objects.requireNonNull(first);
        return new Way(List.of(one), one.other(start), label);
    }

    /** The link runs with others from the same box, and leaves them above its target; there its label is. */
    private Way wayInRows(int index) {
        Link link = links.get(index);
        Cell end = boxes.get(link.to());
        Cell start = boxes.get(link.from());
        int last = end.layer - (link.hasLabel() ? 2 : 1);
        List<Joint> pieces = new ArrayList<>();
        Cell here = start;
        for (int rank = start.layer + 1; rank <= last; rank++) {
            Passage passage = new Passage(link.from(), link.bundle(), false, true, rank);
            Cell there = passages.get(passage);
            if (there == null) {
                there = add(Cell.Kind.PASSAGE, Size.NONE, Size.NONE, rank);
                passages.put(passage, there);
                joint(here, there, link.weight(), false);
            }
            pieces.add(there.up.get(0));
            here = there;
        }
        Cell label = start;
        if (link.hasLabel()) {
            label = add(Cell.Kind.LABEL, link.label(), link.label(), last + 1);
            pieces.add(joint(here, label, link.weight(), false));
            here = label;
        }
        pieces.add(joint(here, end, link.weight(), false));
        return new Way(pieces, end, label);
    }

    /** What passes goes straight on rather than with those that join it. */
    private static Joint joint(Cell upper, Cell lower, int weight, boolean isReversed) {
        boolean isPassing = upper.kind == Cell.Kind.PASSAGE && lower.kind == Cell.Kind.PASSAGE;
        Joint joint = new Joint(upper, lower, isPassing ? weight + 1 : weight, isReversed);
        upper.down.add(joint);
        lower.up.add(joint);
        return joint;
    }

    /** The first order of each layer: as the cells are come upon in depth, in the order of boxes and links. */
    private void order() {
        Map<Cell, Integer> found = new HashMap<>();
        for (Cell box : boxes) {
            List<Cell> open = new ArrayList<>(List.of(box));
            while (!open.isEmpty()) {
                Cell cell = open.remove(open.size() - 1);
                if (found.putIfAbsent(cell, found.size()) == null) {
                    for (int i = cell.down.size() - 1; i >= 0; i--) {
                        open.add(cell.down.get(i).lower);
                    }
                }
            }
        }
        for (List<Cell> layer : layers) {
            layer.sort(Comparator.comparing(found::get));
            for (int i = 0; i < layer.size(); i++) {
                layer.get(i).order = i;
            }
        }
    }
}
