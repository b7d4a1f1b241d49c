package dev.stepwright.diagram.layout;

import java.util.List;

/**
 * Where a way is drawn.
 *
 * @param points its corners, at least two, from box to box
 * @param label the upper left corner of what is written at it; of no meaning where nothing is
 */
public record Route(List<Point> points, Point label) {
    public Route {
        points = List.copyOf(points);
    }
}
