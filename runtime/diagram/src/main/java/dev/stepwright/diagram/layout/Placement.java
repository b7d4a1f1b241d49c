package dev.stepwright.diagram.layout;

import java.util.List;

/**
 * Where boxes and ways are drawn.
 *
 * @param size what all of it takes
 * @param boxes the upper left corners, in the order in which the boxes were given
 * @param routes the ways, in the order in which they were given
 */
public record Placement(Size size, List<Point> boxes, List<Route> routes) {
    public Placement {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }
}
