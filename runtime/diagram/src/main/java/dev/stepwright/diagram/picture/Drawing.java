package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Placement;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A machine, or one within another, with the place of each figure and arrow. */
record Drawing(List<Figure> figures, List<Arrow> arrows, Placement placement) {
    Drawing {
        figures = List.copyOf(figures);
        arrows = List.copyOf(arrows);
    }

    /** Returns the indexes of the arrows in the order in which to draw them: the more important lie above the others. */
    List<Integer> arrowsByImportance() {
        return IntStream.range(0, arrows.size())
                .boxed()
                .sorted(Comparator.comparing(i -> arrows.get(i).trail().isTouched()))
                .toList();
    }

    /** Returns all marks in the drawing and within its figures. */
    Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        arrows.forEach(arrow -> arrow.trail().addTo(marks));
        for (Figure figure : figures) {
            figure.trail().addTo(marks);
            figure.panels().forEach(panel -> marks.addAll(panel.drawing().marks()));
        }
        return marks;
    }
}
