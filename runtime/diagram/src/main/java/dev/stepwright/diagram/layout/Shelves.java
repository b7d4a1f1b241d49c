package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.List;

/** Places boxes that no ways join in rows, in their order. */
public final class Shelves {
    private static final double WIDEST_ROW = 1200;
    private static final double SHAPE = 1.6;

    private Shelves() {}

    /**
     * Returns where to draw the boxes: in one row if that is not too wide, else in several that together are somewhat wider than
     * high.
     *
     * @param gap what is left free between two of them
     */
    public static Placement of(List<Size> boxes, double gap) {
        double most = width(boxes, gap);
        List<Point> corners = new ArrayList<>();
        double x = 0;
        double y = 0;
        double height = 0;
        double right = 0;
        for (Size box : boxes) {
            if (x > 0 && x + box.width() > most) {
                x = 0;
                y += height + gap;
                height = 0;
            }
            corners.add(new Point(x, y));
            right = Math.max(right, x + box.width());
            height = Math.max(height, box.height());
            x += box.width() + gap;
        }
        return new Placement(new Size(right, y + height), corners, List.of());
    }

    /** Returns how wide the rows are at most. */
    static double width(List<Size> boxes, double gap) {
        double row = boxes.stream().mapToDouble(box -> box.width() + gap).sum();
        double area = boxes.stream()
                .mapToDouble(box -> (box.width() + gap) * (box.height() + gap))
                .sum();
        double widest = boxes.stream().mapToDouble(Size::width).max().orElse(0);
        return row <= WIDEST_ROW ? WIDEST_ROW : Math.max(widest, Math.sqrt(area * SHAPE));
    }
}
