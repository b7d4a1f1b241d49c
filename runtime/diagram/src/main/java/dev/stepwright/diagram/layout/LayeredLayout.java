package dev.stepwright.diagram.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Places boxes in layers from top to bottom, so that most ways lead down, few cross, and the main ones are straight. */
public final class LayeredLayout {
    private static final double ROOM_ABOVE_BOX = 28;
    private static final double ROOM_ABOVE_LABEL = 14;
    private static final double ROOM_AT_TRACKS = 14;
    private static final double LOOP = 18;

    /** Layers with more cells than this would take too long, and nobody could follow their ways. */
    private static final int MOST_CELLS = 60_000;

    private final List<Size> boxes;
    private final List<Link> links;
    private final Layers layers;
    private final Map<Cell, List<Point>> tails = new HashMap<>();
    private double height;

    private LayeredLayout(List<Size> boxes, List<Link> links, Layers layers) {
        this.boxes = boxes;
        this.links = links;
        this.layers = layers;
    }

    /**
     * Returns where to draw boxes and the ways between them; the same for the same boxes and ways, always.
     *
     * @param boxes their sizes; the first one stands at the top
     * @return empty if the ways are too many, or too long, to be drawn
     */
    public static Optional<Placement> of(List<Size> boxes, List<Link> links) {
        if (boxes.isEmpty()) {
            return Optional.of(new Placement(Size.NONE, List.of(), List.of()));
        }
        List<Size> sizes = new ArrayList<>(boxes);
        links.stream()
                .filter(Link::isLoop)
                .forEach(loop -> sizes.set(loop.from(), withLoop(sizes.get(loop.from()), loop)));
        List<Link> ways = links.stream().filter(link -> !link.isLoop()).toList();
        Ranks ranks = Ranks.of(sizes, ways);
        return ranks.cells() > MOST_CELLS
                ? Optional.empty()
                : Optional.of(new LayeredLayout(boxes, links, new Layers(boxes, sizes, ways, ranks)).placement());
    }

    /** The room for a loop is on both sides, so that the box stays in the middle. */
    private static Size withLoop(Size box, Link loop) {
        return new Size(
                box.width() + 2 * (LOOP + loop.label().width()),
                Math.max(box.height(), loop.label().height() + 8));
    }

    private Placement placement() {
        Ordering.improve(layers.all());
        Columns.place(layers.all());
        Ports.place(layers.all());
        placeRows();
        List<Route> routes = new ArrayList<>();
        int way = 0;
        for (Link link : links) {
            routes.add(link.isLoop() ? loop(link) : route(layers.ways().get(way++)));
        }
        double width = layers.all().stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.x + cell.size.width() / 2)
                .max()
                .orElse(0);
        List<Point> corners = new ArrayList<>();
        for (int box = 0; box < boxes.size(); box++) {
            corners.add(corner(layers.box(box)));
        }
        return new Placement(new Size(width, height), corners, routes);
    }

    /** A layer is as high as the highest cell in it; the others stand in its middle. */
    private void placeRows() {
        for (List<Cell> layer : layers.all()) {
            boolean hasBoxes = layer.stream().anyMatch(cell -> cell.kind == Cell.Kind.BOX);
            if (height > 0) {
                Channel channel = Channel.of(
                        layer.stream().flatMap(cell -> cell.up.stream()).toList());
                channel.place(height + ROOM_AT_TRACKS);
                double tracks = channel.height();
                double room = hasBoxes ? ROOM_ABOVE_BOX : ROOM_ABOVE_LABEL;
                height += Math.max(room, tracks + ROOM_AT_TRACKS + room / 2);
            }
            double highest =
                    layer.stream().mapToDouble(cell -> cell.size.height()).max().orElse(0);
            for (Cell cell : layer) {
                cell.y = height + (highest - cell.drawn.height()) / 2;
            }
            height += highest;
        }
    }

    private static Point corner(Cell cell) {
        return new Point(cell.left(), cell.y);
    }

    private Route route(Layers.Way way) {
        List<Joint> pieces = way.pieces();
        List<Point> points = onwards(way.end());
        for (int i = pieces.size() - 1; i >= 0; i--) {
            points = joined(pieces.get(i), points);
        }
        Cell label = way.label();
        return new Route(points, new Point(label.left(), label.y));
    }

    /** Returns how ways go on from a cell; what they share is worked out once. */
    private List<Point> onwards(Cell from) {
        Deque<Cell> path = new ArrayDeque<>();
        Cell here = from;
        for (Joint joint = here.onwards; joint != null && !tails.containsKey(here); joint = here.onwards) {
            path.push(here);
            here = joint.other(here);
        }
        List<Point> tail = tails.getOrDefault(here, List.of());
        for (Cell cell : path) {
            tail = joined(Objects.requireNonNull(cell.onwards), tail);
            tails.put(cell, tail);
        }
        return tail;
    }

    private static List<Point> joined(Joint joint, List<Point> tail) {
        List<Point> points = new ArrayList<>(points(joint));
        if (joint.isReversed) {
            Collections.reverse(points);
        }
        points.addAll(tail);
        return corners(points);
    }

    private static List<Point> points(Joint joint) {
        Point top = new Point(joint.upperX, joint.upper.bottom());
        Point bottom = new Point(joint.lowerX, joint.lower.y);
        Cell box = joint.side;
        if (box != null) {
            double side = joint.upperX < box.x ? box.left() : box.right();
            double middle = box.y + box.drawn.height() / 2;
            Point end = new Point(side, middle);
            Point corner = new Point(joint.upperX, middle);
            return box == joint.upper ? List.of(end, corner, bottom) : List.of(top, corner, end);
        }
        return joint.isStraight()
                ? List.of(top, bottom)
                : List.of(top, new Point(joint.upperX, joint.bendY), new Point(joint.lowerX, joint.bendY), bottom);
    }

    /** Leaves out the points at which a way goes straight on. */
    private static List<Point> corners(List<Point> points) {
        List<Point> corners = new ArrayList<>();
        for (Point point : points) {
            int last = corners.size() - 1;
            if (last >= 1 && isBetween(corners.get(last - 1), corners.get(last), point)) {
                corners.remove(last);
            }
            corners.add(point);
        }
        return corners;
    }

    private static boolean isBetween(Point before, Point point, Point after) {
        return Math.abs(before.x() - point.x()) < 0.5 && Math.abs(point.x() - after.x()) < 0.5
                || before.y() == point.y() && point.y() == after.y();
    }

    /** A way from a box to itself, on its right side. */
    private Route loop(Link link) {
        Size box = boxes.get(link.from());
        Point corner = corner(layers.box(link.from()));
        double right = corner.x() + box.width();
        double middle = corner.y() + box.height() / 2;
        List<Point> points = List.of(
                new Point(right, middle + 8),
                new Point(right + LOOP, middle + 8),
                new Point(right + LOOP, middle - 8),
                new Point(right, middle - 8));
        return new Route(
                points, new Point(right + LOOP + 4, middle - link.label().height() / 2));
    }
}
