package dev.stepwright.diagram.layout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lets ways begin at the left or right side of a box, and those of loops end there, where nothing stands between. */
final class Sides {
    private static final double NEAR = 12;

    private Sides() {}

    /** @param layer has its columns already */
    static void use(List<Cell> layer) {
        for (int i = 0; i < layer.size(); i++) {
            Cell box = layer.get(i);
            if (box.kind != Cell.Kind.BOX || box.hasLoops()) {
                continue;
            }
            double left = i == 0 ? Double.NEGATIVE_INFINITY : layer.get(i - 1).right();
            double right = i == layer.size() - 1
                    ? Double.POSITIVE_INFINITY
                    : layer.get(i + 1).left();
            free(box)
                    .filter(joint -> far(box, joint) < box.left() - NEAR && far(box, joint) > left + NEAR)
                    .min(Comparator.comparingDouble(joint -> far(box, joint)))
                    .ifPresent(joint -> end(box, joint));
            free(box)
                    .filter(joint -> far(box, joint) > box.right() + NEAR && far(box, joint) < right - NEAR)
                    .max(Comparator.comparingDouble(joint -> far(box, joint)))
                    .ifPresent(joint -> end(box, joint));
        }
    }

    /** Returns the pieces that may end at a side: those of ways that are not main ones and do not come from box to box. */
    private static Stream<Joint> free(Cell box) {
        return Stream.concat(box.down.stream(), box.up.stream().filter(joint -> joint.isReversed))
                .filter(joint -> joint.side == null && joint.weight == 1)
                .filter(joint -> joint.other(box).kind != Cell.Kind.BOX);
    }

    private static double far(Cell box, Joint joint) {
        return joint.other(box).x;
    }

    private static void end(Cell box, Joint joint) {
        joint.side = box;
        joint.upperX = far(box, joint);
        joint.lowerX = joint.upperX;
    }
}
