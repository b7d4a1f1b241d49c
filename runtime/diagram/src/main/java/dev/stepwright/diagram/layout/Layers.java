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

    /** Long ways of one bundle to one box that lead the same way, in one layer. */
    private record Passage(int target, int bundle, boolean isReversed, int rank) {}

    /**
     * A link as it goes through the layers.
     *
     * @param first the piece with which it begins; {@link Cell#onwards} of where that leads has the next one, and so on
     * @param start the box where it begins
     * @param label where something is written at it, else the cell where it begins
     */
    record Way(Joint first, Cell start, Cell label) {}

    /**
     * @param drawn what is drawn of each box
     * @param sizes what room each takes
     * @param links without those from a box to itself
     */
    Layers(List<Size> drawn, List<Size> sizes, List<Link> links, Ranks ranks) {
        this.links = links;
        this.ranks = ranks;
        for (int box = 0; box < sizes.size(); box++) {
            boxes.add(add(new Cell(Cell.Kind.BOX, drawn.get(box), sizes.get(box), ranks.of(box))));
        }
        for (int link = 0; link < links.size(); link++) {
            ways.add(way(link));
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

    private Cell add(Cell cell) {
        byRank.computeIfAbsent(cell.layer, none -> new ArrayList<>()).add(cell);
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
            Passage passage = new Passage(link.to(), link.bundle(), isReversed, rank);
            Cell there;
            if (rank == end) {
                there = boxes.get(link.to());
                isJoined = true;
            } else if (first == null && link.hasLabel()) {
                there = add(new Cell(Cell.Kind.LABEL, link.label(), link.label(), rank));
                label = there;
            } else {
                isJoined = passages.containsKey(passage);
                there = passages.computeIfAbsent(
                        passage, none -> add(new Cell(Cell.Kind.PASSAGE, Size.NONE, Size.NONE, none.rank())));
            }
            Joint joint = isReversed ? joint(there, here, weight, true) : joint(here, there, weight, false);
            if (first == null) {
                first = joint;
            } else {
                here.onwards = joint;
            }
            here = there;
        }
        return new Way(Objects.requireNonNull(first), start, label);
    }

    private static Joint joint(Cell upper, Cell lower, int weight, boolean isReversed) {
        Joint joint = new Joint(upper, lower, weight, isReversed);
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
