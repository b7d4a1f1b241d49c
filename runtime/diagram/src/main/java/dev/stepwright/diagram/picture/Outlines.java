package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Point;
import dev.stepwright.diagram.layout.Size;
import dev.stepwright.diagram.markup.Markup;
import java.util.List;

/** The paths of outlines and lines, as SVG has them. */
final class Outlines {
    private static final double BEND = 7;
    private static final double HEAD = 7;
    private static final double HALF_HEAD = 3.5;

    private Outlines() {}

    /** Returns a box whose left and right sides are tips. */
    static String decision(Point at, Size size) {
        double middle = at.y() + size.height() / 2;
        double right = at.x() + size.width();
        double tip = Figure.TIP;
        return "M" + pair(at.x(), middle) + "L" + pair(at.x() + tip, at.y()) + "H" + Markup.number(right - tip) + "L"
                + pair(right, middle) + "L" + pair(right - tip, at.y() + size.height()) + "H"
                + Markup.number(at.x() + tip) + "Z";
    }

    /** Returns a line with round corners, up to where its head begins. */
    static String line(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(pair(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point before = points.get(i - 1);
            Point after = points.get(i + 1);
            double radius = Math.min(BEND, Math.min(length(before, corner), length(corner, after)) / 2);
            path.append('L').append(pair(towards(corner, before, radius)));
            path.append('Q').append(pair(corner)).append(' ').append(pair(towards(corner, after, radius)));
        }
        Point end = points.get(points.size() - 1);
        return path.append('L')
                .append(pair(towards(end, points.get(points.size() - 2), HEAD - 1)))
                .toString();
    }

    /** Returns the head of an arrow that ends with this line. */
    static String head(List<Point> points) {
        Point tip = points.get(points.size() - 1);
        Point foot = towards(tip, points.get(points.size() - 2), HEAD);
        double right = (tip.x() - foot.x()) / HEAD * HALF_HEAD;
        double down = (tip.y() - foot.y()) / HEAD * HALF_HEAD;
        return "M" + pair(tip) + "L" + pair(foot.x() - down, foot.y() + right) + "L"
                + pair(foot.x() + down, foot.y() - right) + "Z";
    }

    private static double length(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static Point towards(Point from, Point to, double distance) {
        double length = length(from, to);
        double part = length == 0 ? 0 : distance / length;
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static String pair(Point point) {
        return pair(point.x(), point.y());
    }

    private static String pair(double x, double y) {
        return Markup.number(x) + " " + Markup.number(y);
    }
}
