package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Placement;
import dev.stepwright.diagram.layout.Point;
import dev.stepwright.diagram.layout.Size;
import dev.stepwright.diagram.markup.Markup;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Draws figures.
 *
 * @param inner draws a machine within a figure at a place
 * @param links from states
 */
record FigurePainter(Pen pen, BiConsumer<Drawing, Point> inner, StateLinks links) {
    private static final double RADIUS = 7;
    private static final double ROUND_END = 20;
    private static final String ROUND_ARROW = "M4.6-2.6A5.3 5.3 0 1 0 5.3 0 M5.2-6V-2.4H1.6";

    void draw(Figure figure, Point at) {
        Markup svg = pen.svg();
        svg.open("g");
        if (figure.kind().isNamed()) {
            svg.attribute("id", figure.id());
        }
        svg.attribute("class", style(figure));
        if (figure.kind().isNamed()) {
            svg.attribute("data-state", figure.name());
        }
        pen.tooltip(figure.wording().tooltip());
        if (figure.kind().isMark()) {
            mark(figure, at);
        } else {
            boolean isLink = links.lead() && figure.trail().count() > 0;
            if (isLink) {
                link(figure);
            }
            box(figure, at);
            words(figure, at);
            if (isLink) {
                svg.close("a");
            }
            svg.line();
            panels(figure, at);
            badges(figure, at);
        }
        svg.close("g").line();
    }

    /** What is written in the figure stands in several texts, which would be read as one word. */
    private void link(Figure figure) {
        String happened = figure.trail().words().replace("\n", ", ");
        pen.svg().open("a").attribute("href", links.of(figure.name()));
        pen.svg().attribute("aria-label", figure.name() + ", " + happened);
        if (isChosen(figure)) {
            pen.svg().attribute("aria-current", "true");
        }
    }

    private boolean isChosen(Figure figure) {
        return figure.kind().isNamed()
                && !links.chosen().isEmpty()
                && figure.name().equals(links.chosen());
    }

    private String style(Figure figure) {
        String kind = figure.kind().word().toLowerCase(Locale.ROOT);
        return (figure.kind().isNamed() ? "state " : "")
                + kind
                + figure.trail().style()
                + (isChosen(figure) ? " chosen" : "");
    }

    private void mark(Figure figure, Point at) {
        double radius = figure.size().width() / 2;
        Point middle = at.plus(radius, radius);
        pen.circle(middle, figure.kind() == Kind.START ? radius : radius - 4.5, "dot");
        if (figure.kind() == Kind.END) {
            pen.circle(middle, radius - 0.8, "ring");
        }
    }

    private void box(Figure figure, Point at) {
        Size size = figure.size();
        boolean isEnd = figure.kind() == Kind.SUCCEED || figure.kind() == Kind.FAIL;
        if (figure.kind() == Kind.CHOICE) {
            pen.path(Outlines.decision(at, size), "box");
        } else {
            pen.rectangle(at, size, isEnd ? Math.min(ROUND_END, size.height() / 2) : RADIUS, "box");
        }
    }

    /** The sign and what is written beside it, in the middle of the box or of what is above its panels. */
    private void words(Figure figure, Point at) {
        Wording wording = figure.wording();
        double left = at.x() + (figure.size().width() - Figure.SIGN - wording.width()) / 2;
        double middle = at.y() + figure.header() / 2;
        pen.sign(figure.kind().sign(), new Point(left + 8, middle), "sign");
        Point text = new Point(left + Figure.SIGN, middle - wording.height() / 2);
        pen.lines(wording.title(), text, Lettering.NAME, "name");
        double down = wording.title().size() * Lettering.NAME.line();
        pen.lines(wording.detail(), text.plus(0, down), Lettering.DETAIL, "detail");
    }

    /** What has happened, at the upper left corner; that the state is tried again, and how often it was, at the right one. */
    private void badges(Figure figure, Point at) {
        Trail trail = figure.trail();
        if (trail.mark() != null) {
            Point left = at.plus(3, 2);
            pen.mark(trail.mark(), left);
            if (trail.count() > 1) {
                pen.count(trail.count(), left.plus(11, 0));
            }
        }
        if (figure.hasRetry()) {
            Point right = at.plus(figure.size().width() - 3, 3);
            pen.circle(right, 8, "halo");
            pen.sign(ROUND_ARROW, right, "again");
            if (trail.retries() > 0) {
                pen.count(trail.retries(), right.plus(-10 - Pen.countWidth(trail.retries()), -1));
            }
        }
    }

    private void panels(Figure figure, Point at) {
        Placement shelves = figure.shelves();
        double left = (figure.size().width() - shelves.size().width()) / 2;
        for (int i = 0; i < figure.panels().size(); i++) {
            Panel panel = figure.panels().get(i);
            Size size = panel.size();
            Point corner = shelves.boxes().get(i).plus(at.x() + left, at.y() + figure.header());
            pen.rectangle(corner, size, RADIUS - 2, "panel");
            if (!panel.caption().isEmpty()) {
                pen.lines(List.of(panel.caption()), corner.plus(8, 4), Lettering.DETAIL, "caption");
            }
            pen.svg().line();
            double inside = (size.width() - panel.drawing().placement().size().width()) / 2;
            inner.accept(panel.drawing(), corner.plus(inside, Panel.PADDING + panel.captionHeight()));
        }
    }
}
