package dev.stepwright.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static final Size BOX = new Size(100, 40);
    private static final Size LABEL = new Size(50, 14);

    private static Placement layout(List<Size> boxes, List<Link> links) {
        return LayeredLayout.of(boxes, links).orElseThrow();
    }

    private static Link link(int from, int to) {
        return new Link(from, to, Size.NONE, true, 0);
    }

    private static Link labelled(int from, int to) {
        return new Link(from, to, LABEL, false, 0);
    }

    @Test
    void a_chain_is_one_straight_line() {
        Placement placement = layout(List.of(new Size(20, 20), BOX, new Size(60, 30)), List.of(link(0, 1), link(1, 2)));

        assertThat(placement.routes())
                .allSatisfy(route -> assertThat(route.points()).hasSize(2));
        assertThat(placement.routes().get(0).points())
                .containsExactly(new Point(50, 20), placement.boxes().get(1).plus(50, 0));
        assertThat(placement.size().width()).isEqualTo(100);
    }

    @Test
    void the_main_way_stays_straight_whatever_leaves_it() {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            links.add(link(i, i + 1));
            links.add(new Link(i, 6, LABEL, false, 1));
        }

        Placement placement = layout(IntStream.range(0, 7).mapToObj(i -> BOX).toList(), links);

        double first = placement.boxes().get(0).x();
        assertThat(placement.boxes().subList(0, 6))
                .allSatisfy(box -> assertThat(box.x()).isEqualTo(first));
    }

    @Test
    void the_main_way_stays_straight_though_many_short_ways_cross_beside_it() {
        Random random = new Random(7);
        int boxes = 300;
        List<Link> links = new ArrayList<>();
        for (int i = 0; i + 1 < boxes; i++) {
            links.add(link(i, i + 1));
            int to = i + 2 + random.nextInt(4);
            if (to < boxes) {
                links.add(labelled(i, to));
            }
        }

        Placement placement =
                layout(IntStream.range(0, boxes).mapToObj(i -> BOX).toList(), links);

        assertThat(placement.boxes().stream().map(Point::x).distinct()).hasSize(1);
        assertThat(placement.size().width()).isLessThan(1_000);
    }

    @Test
    void a_loop_leads_up_and_ends_at_the_side_of_its_box() {
        Placement placement =
                layout(List.of(BOX, BOX, BOX, BOX), List.of(link(0, 1), link(1, 2), link(2, 3), labelled(3, 1)));

        List<Point> loop = placement.routes().get(3).points();
        Point end = loop.get(loop.size() - 1);
        Point box = placement.boxes().get(1);
        assertThat(end.y()).isEqualTo(box.y() + 20);
        assertThat(end.x()).isIn(box.x(), box.x() + 100);
        assertThat(loop.get(0).y()).isGreaterThan(end.y());
    }

    @Test
    void long_ways_of_a_bundle_run_together() {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            links.add(link(i, i + 1));
            links.add(new Link(i, 10, LABEL, false, 1));
        }
        links.add(link(9, 10));

        Placement placement = layout(IntStream.range(0, 11).mapToObj(i -> BOX).toList(), links);

        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> placement.routes().get(2 * i + 1).points())
                        .map(points -> points.get(points.size() - 1))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_way_from_a_box_to_itself_is_at_its_side() {
        Placement placement = layout(List.of(BOX, BOX), List.of(link(0, 1), labelled(1, 1)));

        List<Point> loop = placement.routes().get(1).points();
        double right = placement.boxes().get(1).x() + 100;
        assertThat(loop)
                .allSatisfy(point ->
                        assertThat(point.x()).isBetween(right, placement.size().width()));
    }

    @Test
    void ways_that_are_too_many_to_be_told_apart_run_together() {
        List<Link> links = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            links.add(labelled(0, i));
            links.add(link(i, 11));
        }

        Placement placement = layout(IntStream.range(0, 12).mapToObj(i -> BOX).toList(), links);

        assertThat(IntStream.range(0, 10)
                        .mapToObj(i -> placement.routes().get(2 * i + 1).points())
                        .map(points -> points.get(points.size() - 1))
                        .distinct())
                .hasSize(1);
        assertThat(placement.size().height()).isLessThan(4 * 40 + 100);
    }

    @Test
    void targets_that_are_too_many_to_stand_beside_each_other_stand_in_rows() {
        List<Link> links = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            links.add(labelled(0, i)); // 1 to 40 lead on to what only follows them, then all to the last one
            links.add(link(i, 40 + i));
            links.add(link(40 + i, 81));
        }

        Placement placement = layout(IntStream.range(0, 82).mapToObj(i -> BOX).toList(), links);

        assertThat(placement.size().width()).isBetween(1_000.0, 1_700.0);
        List<Double> rows = placement.boxes().subList(1, 41).stream()
                .map(Point::y)
                .distinct()
                .toList();
        assertThat(rows).hasSizeBetween(3, 6).isSorted();
        for (int i = 1; i <= 40; i++) {
            assertThat(placement.boxes().get(40 + i).y())
                    .isGreaterThan(placement.boxes().get(i).y())
                    .isLessThan(placement.boxes().get(81).y());
            Route route = placement.routes().get(3 * (i - 1));
            assertThat(placement.boxes().get(i).y() - route.label().y())
                    .as("the label is near its target, not near where all ways begin")
                    .isBetween(14.0, 60.0);
        }
    }

    @Test
    void a_few_wide_targets_stay_beside_each_other() {
        List<Size> boxes =
                IntStream.range(0, 5).mapToObj(i -> new Size(600, 40)).toList();

        Placement placement = layout(
                boxes, IntStream.range(1, 5).mapToObj(i -> labelled(0, i)).toList());

        assertThat(placement.boxes().subList(1, 5).stream().map(Point::y).distinct())
                .hasSize(1);
    }

    @Test
    void ways_that_nobody_could_follow_are_not_laid_out() {
        Random random = new Random(1);
        int count = 1000;
        List<Link> links = IntStream.range(0, 3 * count)
                .mapToObj(i -> labelled(i / 3, random.nextInt(count)))
                .toList();

        assertThat(LayeredLayout.of(IntStream.range(0, count).mapToObj(i -> BOX).toList(), links))
                .isEmpty();
    }

    @Test
    void nothing_has_no_size() {
        assertThat(layout(List.of(), List.of()).size()).isEqualTo(Size.NONE);
    }

    /** Any graph at all: what makes a picture readable holds, and it is the same each time. */
    @RepeatedTest(60)
    void no_box_lies_on_another_one_and_every_way_leads_from_box_to_box(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Size> boxes = IntStream.range(0, 2 + random.nextInt(25))
                .mapToObj(i -> new Size(20 + random.nextInt(200), 20 + random.nextInt(100)))
                .toList();
        List<Link> links = IntStream.range(0, random.nextInt(2 * boxes.size()))
                .mapToObj(i -> new Link(
                        random.nextBoolean() ? 0 : random.nextInt(boxes.size()),
                        random.nextInt(boxes.size()),
                        random.nextBoolean() ? Size.NONE : LABEL,
                        random.nextBoolean(),
                        random.nextInt(2)))
                .toList();

        Placement placement = layout(boxes, links);

        assertThat(layout(boxes, links)).isEqualTo(placement);
        for (int a = 0; a < boxes.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertThat(overlap(placement, boxes, a, b))
                        .as("boxes %d and %d of %s", a, b, placement)
                        .isFalse();
            }
        }
        for (int i = 0; i < links.size(); i++) {
            List<Point> points = placement.routes().get(i).points();
            assertIsOnEdge(
                    points.get(0),
                    placement.boxes().get(links.get(i).from()),
                    boxes.get(links.get(i).from()));
            assertIsOnEdge(
                    points.get(points.size() - 1),
                    placement.boxes().get(links.get(i).to()),
                    boxes.get(links.get(i).to()));
            assertIsOrthogonal(points);
        }
    }

    private static boolean overlap(Placement placement, List<Size> boxes, int a, int b) {
        Point p = placement.boxes().get(a);
        Point q = placement.boxes().get(b);
        return p.x() < q.x() + boxes.get(b).width()
                && q.x() < p.x() + boxes.get(a).width()
                && p.y() < q.y() + boxes.get(b).height()
                && q.y() < p.y() + boxes.get(a).height();
    }

    private static void assertIsOnEdge(Point point, Point corner, Size size) {
        assertThat(point.x()).isBetween(corner.x() - 0.01, corner.x() + size.width() + 0.01);
        assertThat(point.y()).isBetween(corner.y() - 0.01, corner.y() + size.height() + 0.01);
    }

    private static void assertIsOrthogonal(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            double right = Math.abs(points.get(i).x() - points.get(i - 1).x());
            double down = Math.abs(points.get(i).y() - points.get(i - 1).y());
            assertThat(Math.min(right, down)).as("%s", points).isLessThan(0.5);
        }
    }
}
